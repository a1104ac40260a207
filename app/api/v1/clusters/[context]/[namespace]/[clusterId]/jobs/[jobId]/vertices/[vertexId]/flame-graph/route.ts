import { route } from "#server/http/route.ts";
import { readFlameGraphOperation } from "#server/jobs/job.schema.ts";
import { readFlameGraph } from "#server/jobs/read-flame-graph.ts";

export const GET = route(readFlameGraphOperation, readFlameGraph);
