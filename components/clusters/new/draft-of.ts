import type { z } from "zod";
import type { clusterSpec } from "#server/clusters/cluster-spec.schema.ts";
import { type Draft, emptyDraft, withOptions } from "./draft.ts";
import { joinArguments } from "./program-arguments.ts";

/** A spec as it was read: what may be left out is filled in. */
export type ReadSpec = z.output<typeof clusterSpec>;

/**
 * The draft that means a spec, in a context. `specOf` gives the spec back: an option without a field becomes a free
 * option, files and what else no field shows are kept as they are.
 */
export function draftOf(spec: ReadSpec, context: string): Draft {
  const { mode, flinkVersion, files } = spec;
  const draft = { ...emptyDraft, ...programOf(spec), mode, context, flinkVersion, files };
  return withOptions(draft, spec.configuration);
}

function programOf({ application }: ReadSpec): Partial<Draft> {
  if (application === undefined) return {};
  const { jarUri, entryClass, arguments: words, parallelism, savepoint, ...programRest } = application;
  return {
    jarUri: jarUri ?? "",
    entryClass: entryClass ?? "",
    programArguments: joinArguments(words),
    parallelism: parallelism === undefined ? "" : String(parallelism),
    savepointPath: savepoint?.path ?? "",
    allowNonRestoredState: savepoint?.allowNonRestoredState ?? false,
    claimMode: savepoint?.claimMode ?? "NO_CLAIM",
    programRest,
  };
}
