import { route } from "#server/http/route.ts";
import { readVertexOperation } from "#server/jobs/job.schema.ts";
import { readVertex } from "#server/jobs/read-vertex.ts";

export const GET = route(readVertexOperation, readVertex);
