import { route } from "#server/http/route.ts";
import { cancelJob } from "#server/jobs/cancel-job.ts";
import { cancelJobOperation } from "#server/jobs/schema.ts";

export const POST = route(cancelJobOperation, cancelJob);
