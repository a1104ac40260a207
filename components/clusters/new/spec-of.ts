import type { SpecInput } from "../cluster-queries.ts";
import { configurationOf, type Draft } from "./draft.ts";
import { splitArguments } from "./program-arguments.ts";

/** The spec that a draft means. What is not a number stays out: its field says so. */
export function specOf(draft: Draft): SpecInput {
  const { mode, flinkVersion, files } = draft;
  const spec = { mode, flinkVersion, configuration: configurationOf(draft), ...(files && { files }) };
  return mode === "session" ? spec : { ...spec, application: applicationOf(draft) };
}

function applicationOf(draft: Draft): NonNullable<SpecInput["application"]> {
  const { claimMode, allowNonRestoredState, programRest } = draft;
  const parallelism = Number(draft.parallelism);
  const path = draft.savepointPath.trim();
  return {
    ...programRest,
    arguments: splitArguments(draft.programArguments),
    ...(draft.jarUri.trim() !== "" && { jarUri: draft.jarUri.trim() }),
    ...(draft.entryClass.trim() !== "" && { entryClass: draft.entryClass.trim() }),
    ...(Number.isInteger(parallelism) && parallelism > 0 && { parallelism }),
    ...(path !== "" && { savepoint: { path, allowNonRestoredState, claimMode } }),
  };
}
