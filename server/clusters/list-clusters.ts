import type { Caller } from "../caller.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { ClusterList } from "./cluster-view.schema.ts";
import { memoriesOf, observationOf, remember } from "./parts/cluster-memories.ts";
import { type SeenContext, seeContext } from "./parts/see-context.ts";
import { summarizeCluster } from "./parts/summarize-cluster.ts";
import type { listClustersOperation } from "./schema.ts";

const firstListMs = 1_500;
const firstAnswersMs = 800;
const mostClusters = 2_000;

/**
 * Every native Flink cluster of every context, whoever made it: by label, from memory. A context that is down shows what
 * was last seen and since when.
 */
export async function listClusters(
  request: RequestOf<typeof listClustersOperation>,
  caller: Caller,
): Promise<ClusterList> {
  const contexts = request.context === undefined ? caller.contexts : [request.context];
  const seen = await Promise.all(contexts.map((context) => summarize(context, caller)));
  const clusters = seen
    .flatMap((one) => one.clusters)
    .filter(({ namespace }) => request.namespace === undefined || namespace === request.namespace);
  return {
    clusters: clusters.slice(0, mostClusters),
    contexts: seen.map(({ view }) => view),
    cut: clusters.length > mostClusters,
  };
}

async function summarize(context: string, caller: Caller) {
  const { view, clusters }: SeenContext = await seeContext(context, caller, firstListMs);
  const memories = memoriesOf(context, caller);
  remember(context, clusters, memories);
  await memories.rest.settled(firstAnswersMs);
  return {
    view,
    clusters: clusters.map((objects) => summarizeCluster(context, objects, observationOf(objects, memories))),
  };
}
