import { route } from "#server/http/route.ts";
import { changeParallelismOperation, readParallelismOperation } from "#server/jobs/metrics.schema.ts";
import { changeParallelism, readParallelism } from "#server/jobs/parallelism.ts";

export const GET = route(readParallelismOperation, readParallelism);
export const PUT = route(changeParallelismOperation, changeParallelism);
