import { route } from "#server/http/route.ts";
import { listVertexMetricsOperation } from "#server/jobs/metrics.schema.ts";
import { listVertexMetrics } from "#server/jobs/vertex-metrics.ts";

export const GET = route(listVertexMetricsOperation, listVertexMetrics);
