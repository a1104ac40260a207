import type { ClusterRow } from "./cluster-row.ts";
import type { GroupBy } from "./list-filters.tsx";

/** How a context is: it answers, or since when it does not. */
export interface ContextState {
  readonly name: string;
  readonly answers: boolean;
  /** ISO 8601; since when it does not answer. */
  readonly since?: string | undefined;
  /** Why: the fact, in a few words. */
  readonly reason?: string | undefined;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  /** Set for a group that is a context. */
  readonly context?: ContextState | undefined;
  readonly rows: readonly ClusterRow[];
}

/** The rows in groups, each group at the place of the first of its rows; contexts in the order of the kubeconfig. */
export function groupRows(
  rows: readonly ClusterRow[],
  by: GroupBy,
  contexts: readonly ContextState[],
): readonly Group[] {
  if (by === "none") return [{ id: "all", title: "", rows }];
  const members = Map.groupBy(rows, (row) => row[by]);
  if (by === "namespace") {
    return [...members.keys()].toSorted().map((name) => ({ id: name, title: name, rows: members.get(name) ?? [] }));
  }
  return contexts
    .map((context) => ({ id: context.name, title: context.name, context, rows: members.get(context.name) ?? [] }))
    .filter((group) => group.rows.length > 0 || group.context.answers === false);
}

/** «15 clusters in payments, clickstream, fraud»: how many and where, three names at most. */
export function whereText(rows: readonly ClusterRow[]): string {
  const namespaces = [...new Set(rows.map((row) => row.namespace))];
  const named = namespaces.slice(0, 3).join(", ");
  const more = namespaces.length > 3 ? ` and ${namespaces.length - 3} more` : "";
  return `${rows.length} ${rows.length === 1 ? "cluster" : "clusters"}${named === "" ? "" : ` in ${named}${more}`}`;
}
