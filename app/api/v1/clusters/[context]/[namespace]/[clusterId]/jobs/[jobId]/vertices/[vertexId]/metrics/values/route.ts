import { route } from "#server/http/route.ts";
import { readVertexMetricsOperation } from "#server/jobs/metrics.schema.ts";
import { readVertexMetrics } from "#server/jobs/vertex-metrics.ts";

export const GET = route(readVertexMetricsOperation, readVertexMetrics);
