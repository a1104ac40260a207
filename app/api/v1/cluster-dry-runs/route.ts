import { dryRunCluster } from "#server/clusters/dry-run-cluster.ts";
import { dryRunClusterOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const POST = route(dryRunClusterOperation, dryRunCluster);
