import { getClusterSpec } from "#server/clusters/get-cluster-spec.ts";
import { getClusterSpecOperation } from "#server/clusters/new-cluster.schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(getClusterSpecOperation, getClusterSpec);
