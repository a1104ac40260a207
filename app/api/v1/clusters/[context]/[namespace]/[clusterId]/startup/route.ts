import { getClusterStartup } from "#server/clusters/get-cluster-startup.ts";
import { getClusterStartupOperation } from "#server/clusters/startup.schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(getClusterStartupOperation, getClusterStartup);
