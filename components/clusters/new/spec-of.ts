import type { SpecInput } from "../cluster-queries.ts";
import { configurationOf, type Draft, splitArguments } from "./draft.ts";

/** The spec that a draft means. What is not a number stays out: its field says so. */
export function specOf(draft: Draft): SpecInput {
  const { mode, flinkVersion } = draft;
  const spec = { mode, flinkVersion, configuration: configurationOf(draft) };
  if (mode === "session") return spec;
  const parallelism = Number(draft.parallelism);
  const path = draft.savepointPath.trim();
  return {
    ...spec,
    application: {
      arguments: splitArguments(draft.programArguments),
      ...(draft.jarUri.trim() !== "" && { jarUri: draft.jarUri.trim() }),
      ...(draft.entryClass.trim() !== "" && { entryClass: draft.entryClass.trim() }),
      ...(Number.isInteger(parallelism) && parallelism > 0 && { parallelism }),
      ...(path !== "" && { savepoint: { path, allowNonRestoredState: draft.allowNonRestoredState } }),
    },
  };
}
