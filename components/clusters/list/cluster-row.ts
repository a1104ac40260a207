import type { ClusterSummary, ContextView } from "#server/clusters/cluster-view.schema.ts";
import { stateWord } from "../state-word.ts";
import type { Arrangeable } from "./arrange.ts";

/** One line of the list. What is not known is absent. */
export interface ClusterRow extends Arrangeable {
  readonly mode: "session" | "application";
  readonly flinkVersion: string | undefined;
  readonly managedByOperator: boolean;
  readonly slots: { readonly used: number; readonly total: number } | undefined;
  readonly jobs: number | undefined;
  /** Cores that the pods request. */
  readonly cpu: number;
  /** Memory that the pods request, bytes. */
  readonly memory: number;
  /** Set where its context does not answer: what is shown was seen then. Milliseconds since 1970. */
  readonly lastSeenAt: number | undefined;
  readonly uid: string | undefined;
}

/** The list's rows from what the API answers. */
export function rowsOf(clusters: readonly ClusterSummary[], contexts: readonly ContextView[]): ClusterRow[] {
  const staleSince = new Map(contexts.map((context) => [context.context, context.staleSince]));
  return clusters.map((cluster) => ({
    context: cluster.context,
    namespace: cluster.namespace,
    clusterId: cluster.clusterId,
    state: stateWord(cluster.observed.state),
    // What is well needs no reason; that nothing runs on it is worth a word.
    reason: cluster.observed.code === "rest-answers" ? undefined : cluster.observed.reason,
    labels: cluster.image === undefined ? undefined : { image: cluster.image },
    createdAt: cluster.createdAt,
    mode: cluster.mode,
    flinkVersion: cluster.flinkVersion,
    managedByOperator: cluster.managedBy !== undefined,
    slots: cluster.slots && { used: cluster.slots.total - cluster.slots.free, total: cluster.slots.total },
    jobs: cluster.jobs?.running,
    cpu: cluster.requested.cpu,
    memory: cluster.requested.memory,
    lastSeenAt: staleSince.get(cluster.context),
    uid: cluster.uid,
  }));
}
