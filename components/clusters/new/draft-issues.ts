import type { ProblemIssue } from "../../ui/console-problem.ts";
import { readConfig } from "./config-text/read-config.ts";
import { type Draft, type DraftField, fieldOfOption, keysSaidTwice } from "./draft.ts";

/** Paths into the spec that a field of the form stands for, beside the options. */
const fieldOfPath: Readonly<Record<string, DraftField>> = {
  context: "context",
  flinkVersion: "flinkVersion",
  "application.jarUri": "jarUri",
  "application.entryClass": "entryClass",
  "application.arguments": "programArguments",
  "application.parallelism": "parallelism",
  "application.savepoint.path": "savepointPath",
  "pipeline.jars": "jarUri",
  "$internal.application.main": "entryClass",
  "parallelism.default": "parallelism",
};

export interface SortedIssues {
  readonly fields: ReadonlyMap<string, string>;
  /** By the option's key, for the rows. */
  readonly options: ReadonlyMap<string, string>;
  /** Those that no field or row of the form stands for. */
  readonly others: readonly ProblemIssue[];
}

/** Brings each issue to the field or the option's row that it is about. */
export function sortIssues(issues: readonly ProblemIssue[], draft: Draft): SortedIssues {
  const fields = new Map<string, string>();
  const options = new Map<string, string>();
  const others: ProblemIssue[] = [];
  const keys = new Set(draft.options.map((row) => row.key.trim()));
  for (const issue of issues) {
    const place = (issue.field ?? "").replace(/^spec\./, "").replace(/^configuration\./, "");
    const field = fieldOfOption(place) ?? fieldOfPath[place];
    if (field !== undefined && !fields.has(field)) fields.set(field, issue.detail);
    else if (keys.has(place) && !options.has(place)) options.set(place, issue.detail);
    else others.push(issue);
  }
  return { fields, options, others };
}

/** What this page knows without asking: what is missing, and options that are said twice. */
export function ownIssues(draft: Draft, taken: boolean): ProblemIssue[] {
  const missing = (field: DraftField, option: string, detail: string) =>
    String(draft[field]).trim() === "" ? [{ field: option, code: "missing", detail }] : [];
  const twice = keysSaidTwice(draft).map((key) => ({
    field: key,
    code: "said-twice",
    detail: `${key} is said twice; keep one.`,
  }));
  return [
    ...missing("clusterId", "kubernetes.cluster-id", "A name is needed."),
    ...missing("namespace", "kubernetes.namespace", "Choose where it goes."),
    ...(draft.mode === "application" ? missing("jarUri", "application.jarUri", "A jar is needed.") : []),
    ...(taken
      ? [{ field: "kubernetes.cluster-id", code: "already-exists", detail: "A cluster of this name is already there." }]
      : []),
    ...(/^\d*$/.test(draft.parallelism.trim())
      ? []
      : [{ field: "application.parallelism", code: "not-a-number", detail: "A whole number." }]),
    ...twice,
    ...textProblem(draft),
  ];
}

/** A text that can't be read says nothing yet: what it will say is not known. */
function textProblem(draft: Draft): ProblemIssue[] {
  const [first] = draft.configText === "" ? [] : readConfig(draft.configText).problems;
  return first ? [{ code: "text-unreadable", detail: `Line ${first.line} of the text: ${first.message}` }] : [];
}
