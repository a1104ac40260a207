import type { Caller, ClusterAddress } from "../../caller.ts";
import type { JobList } from "../schema.ts";

export interface ClusterToAsk extends ClusterAddress {
  /** Whether a JobManager is up behind the REST Service. */
  readonly ready: boolean;
}

export interface ClustersToAsk {
  readonly clusters: readonly ClusterToAsk[];
  readonly contexts: JobList["contexts"];
}

/** What Flink's native client labels its JobManagers with. */
const selector = "type=flink-native-kubernetes,component=jobmanager";
const firstListMs = 1_200;

/** The native clusters that this person can see, from the watch's memory; waits a little where it is only starting. */
export async function clustersToAsk(
  wanted: { readonly context?: string | undefined; readonly namespace?: string | undefined },
  caller: Caller,
): Promise<ClustersToAsk> {
  const contexts = caller.contexts.filter((context) => wanted.context === undefined || context === wanted.context);
  const found = await Promise.all(contexts.map((context) => clustersOf(context, wanted.namespace, caller)));
  return { clusters: found.flatMap((one) => one.clusters), contexts: found.flatMap((one) => one.contexts) };
}

async function clustersOf(context: string, namespace: string | undefined, caller: Caller): Promise<ClustersToAsk> {
  const seen = await caller.kubernetes(context).watchedSoon("Deployment", selector, firstListMs);
  const clusters = seen.items.flatMap(({ metadata, status }) => {
    if (metadata?.name === undefined || metadata.namespace === undefined) return [];
    if (namespace !== undefined && metadata.namespace !== namespace) return [];
    const ready = (status?.readyReplicas ?? 0) > 0;
    return [{ context, namespace: metadata.namespace, clusterId: metadata.name, ready }];
  });
  return { clusters, contexts: contextState(context, seen) };
}

function contextState(
  context: string,
  seen: { readonly ready: boolean; readonly staleSince?: Date; readonly refused?: boolean },
): JobList["contexts"] {
  if (seen.refused) return [{ context, state: "refused" }];
  if (seen.staleSince) return [{ context, state: "unreachable", since: seen.staleSince.getTime() }];
  return seen.ready ? [] : [{ context, state: "waiting" }];
}
