import { route } from "#server/http/route.ts";
import { readJobOperation } from "#server/jobs/job.schema.ts";
import { readJob } from "#server/jobs/read-job.ts";

export const GET = route(readJobOperation, readJob);
