import type { Program, Submission } from "./jar-queries.ts";
import { splitArguments, UnfinishedQuote } from "./split-arguments.ts";

/** The form as typed. */
export interface Draft {
  readonly jar: Program["jar"] | undefined;
  readonly entryClass: string;
  readonly programArguments: string;
  readonly parallelism: string;
  readonly savepointPath: string;
  readonly claimMode: "NO_CLAIM" | "CLAIM";
  readonly allowNonRestoredState: boolean;
  /** One option a line, `key: value`. */
  readonly options: string;
}

export const emptyDraft: Draft = {
  jar: undefined,
  entryClass: "",
  programArguments: "",
  parallelism: "",
  savepointPath: "",
  claimMode: "NO_CLAIM",
  allowNonRestoredState: false,
  options: "",
};

export interface Wrong {
  readonly field: "jar" | "programArguments" | "parallelism" | "options";
  readonly detail: string;
}

/** What the form asks for, or what is wrong with it. */
export function readDraft(draft: Draft): { readonly submission?: Submission; readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = [];
  const programArguments = readArguments(draft.programArguments, wrong);
  const parallelism = readParallelism(draft.parallelism, wrong);
  const flinkConfiguration = readOptions(draft.options, wrong);
  const { jar } = draft;
  if (jar === undefined) wrong.push({ field: "jar", detail: "Choose a jar, or upload one." });
  if (jar === undefined || wrong.length > 0) return { wrong };
  const path = draft.savepointPath.trim();
  return {
    wrong,
    submission: {
      jar,
      programArguments,
      flinkConfiguration,
      ...(draft.entryClass.trim() !== "" && { entryClass: draft.entryClass.trim() }),
      ...(parallelism !== undefined && { parallelism }),
      ...(path !== "" && {
        savepoint: { path, claimMode: draft.claimMode, allowNonRestoredState: draft.allowNonRestoredState },
      }),
    },
  };
}

function readArguments(text: string, wrong: Wrong[]): string[] {
  try {
    return splitArguments(text);
  } catch (error) {
    if (!(error instanceof UnfinishedQuote)) throw error;
    wrong.push({ field: "programArguments", detail: `A ${error.message} opens here and does not end.` });
    return [];
  }
}

function readParallelism(text: string, wrong: Wrong[]): number | undefined {
  if (text.trim() === "") return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  wrong.push({ field: "parallelism", detail: "A whole number of at least 1, or empty." });
  return undefined;
}

function readOptions(text: string, wrong: Wrong[]): Record<string, string> {
  const lines = text.split("\n").map((line) => line.trim());
  const meant = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const entries = meant.map((line) => /^([\w.-]+)\s*[:=]\s*(.*)$/.exec(line));
  const at = entries.indexOf(null);
  if (at >= 0) wrong.push({ field: "options", detail: `«${meant[at]?.slice(0, 60)}» is not «key: value».` });
  return Object.fromEntries(entries.flatMap((entry) => (entry ? [[entry[1] ?? "", entry[2] ?? ""]] : [])));
}
