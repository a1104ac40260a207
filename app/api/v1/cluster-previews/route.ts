import { previewCluster } from "#server/clusters/preview-cluster.ts";
import { previewClusterOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const POST = route(previewClusterOperation, previewCluster);
