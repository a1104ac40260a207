import { createCluster } from "#server/clusters/create-cluster.ts";
import { listClusters } from "#server/clusters/list-clusters.ts";
import { createClusterOperation, listClustersOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listClustersOperation, listClusters);
export const POST = route(createClusterOperation, createCluster);
