import type { ContextView } from "#server/clusters/cluster-view.schema.ts";
import type { ClusterRow } from "./cluster-row.ts";
import type { GroupBy } from "./list-filters.tsx";

export interface Group {
  readonly id: string;
  readonly title: string;
  /** Set for a group that is a context. */
  readonly context?: ContextView | undefined;
  readonly rows: readonly ClusterRow[];
}

/** The rows in groups, each group at the place of the first of its rows; contexts in the order of the kubeconfig. */
export function groupRows(
  rows: readonly ClusterRow[],
  by: GroupBy,
  contexts: readonly ContextView[],
): readonly Group[] {
  if (by === "none") return [{ id: "all", title: "", rows }];
  const members = Map.groupBy(rows, (row) => row[by]);
  if (by === "namespace") {
    return [...members.keys()].toSorted().map((name) => ({ id: name, title: name, rows: members.get(name) ?? [] }));
  }
  return contexts
    .map((context) => ({
      id: context.context,
      title: context.context,
      context,
      rows: members.get(context.context) ?? [],
    }))
    .filter((group) => group.rows.length > 0 || group.context.state !== "live");
}

/** «15 clusters in payments, clickstream, fraud»: how many and where, three names at most. */
export function whereText(rows: readonly ClusterRow[]): string {
  const namespaces = [...new Set(rows.map((row) => row.namespace))];
  const named = namespaces.slice(0, 3).join(", ");
  const more = namespaces.length > 3 ? ` and ${namespaces.length - 3} more` : "";
  return `${rows.length} ${rows.length === 1 ? "cluster" : "clusters"}${named === "" ? "" : ` in ${named}${more}`}`;
}
