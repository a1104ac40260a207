import { deleteCluster } from "#server/clusters/delete-cluster.ts";
import { getCluster } from "#server/clusters/get-cluster.ts";
import { deleteClusterOperation, getClusterOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(getClusterOperation, getCluster);
export const DELETE = route(deleteClusterOperation, deleteCluster);
