import { route } from "#server/http/route.ts";
import { stopJobOperation } from "#server/savepoints/schema.ts";
import { stopJob } from "#server/savepoints/take-savepoint.ts";

export const POST = route(stopJobOperation, stopJob);
