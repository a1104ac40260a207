import type { JobRow } from "./job-row.ts";

export const sortKeys = ["state", "name", "cluster", "runs"] as const;
export type SortKey = (typeof sortKeys)[number];
export const groupings = ["cluster", "namespace", "state", "none"] as const;
export type GroupBy = (typeof groupings)[number];

/** Worst first; what has ended stands last. */
const stateOrder = ["Failing", "Failed", "Restarting", "Starting", "Canceling", "Suspended", "Running"];
const attention = new Set(["Failing", "Failed", "Restarting"]);
const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
const rankOf = (word: string) => {
  const rank = stateOrder.indexOf(word);
  return rank < 0 ? stateOrder.length : rank;
};

const comparisons: Record<SortKey, (a: JobRow, b: JobRow) => number> = {
  state: (a, b) => rankOf(a.word) - rankOf(b.word),
  name: (a, b) => byText(a.job.name, b.job.name),
  cluster: (a, b) => byText(clusterOf(a), clusterOf(b)),
  runs: (a, b) => b.job.startTime - a.job.startTime,
};

export const clusterOf = ({ job }: JobRow): string => `${job.context} / ${job.namespace} / ${job.clusterId}`;
export const needsAttention = (row: JobRow): boolean => attention.has(row.word) || (row.reason !== "" && !ended(row));
const ended = ({ word }: JobRow): boolean => ["Failed", "Finished", "Canceled"].includes(word);

/** Ids in the order asked for; what is equal stands by name, then by its start, the newest first. */
export function sorted(rows: readonly JobRow[], key: SortKey): string[] {
  const first = comparisons[key];
  return rows
    .toSorted((a, b) => first(a, b) || comparisons.name(a, b) || comparisons.runs(a, b) || byText(a.id, b.id))
    .map((row) => row.id);
}

export interface Filter {
  /** Looked for in the job's name and id, its cluster and namespace, and what is going on. */
  readonly text: string;
  /** A word of a state, `attention`, `living`, or empty for all. */
  readonly state: string;
}

function passes(row: JobRow, { text, state }: Filter): boolean {
  const wanted = text.trim().toLowerCase();
  const places = [row.job.name, row.job.jobId, clusterOf(row), row.reason];
  if (wanted !== "" && !places.some((place) => place.toLowerCase().includes(wanted))) return false;
  if (state === "attention") return needsAttention(row);
  if (state === "living") return !ended(row);
  return state === "" || row.word === state;
}

export const filtered = (rows: readonly JobRow[], filter: Filter): JobRow[] =>
  rows.filter((row) => passes(row, filter));

/** How many each chip would show, under the text that is filtered by. */
export function stateCounts(rows: readonly JobRow[], { text }: Filter) {
  const among = filtered(rows, { text, state: "" });
  const states = Map.groupBy(among, (row) => row.word);
  return {
    all: among.length,
    attention: among.filter(needsAttention).length,
    living: among.filter((row) => !ended(row)).length,
    states: [...states]
      .map(([word, members]) => [word, members.length] as const)
      .toSorted(([a], [b]) => rankOf(a) - rankOf(b) || byText(a, b)),
  };
}

/** Rows in a settled order; those that came since wait apart, those that went are left out. */
export function settled(rows: readonly JobRow[], order: readonly string[]) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(order);
  return { shown: order.flatMap((id) => byId.get(id) ?? []), waiting: rows.filter((row) => !known.has(row.id)) };
}

export interface Group {
  readonly id: string;
  readonly rows: readonly JobRow[];
}

/** The rows in groups, by the group's name; one group without a name where none is asked for. */
export function grouped(rows: readonly JobRow[], by: GroupBy): Group[] {
  if (by === "none") return [{ id: "", rows }];
  const nameOf = {
    cluster: clusterOf,
    namespace: (row: JobRow) => row.job.namespace,
    state: (row: JobRow) => row.word,
  }[by];
  const groups = [...Map.groupBy(rows, nameOf)].map(([id, members]) => ({ id, rows: members }));
  return by === "state"
    ? groups.toSorted((a, b) => rankOf(a.id) - rankOf(b.id))
    : groups.toSorted((a, b) => byText(a.id, b.id));
}
