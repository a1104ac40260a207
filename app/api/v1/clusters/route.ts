import { listClusters } from "#server/clusters/list-clusters.ts";
import { listClustersOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listClustersOperation, listClusters);
