import { route } from "#server/http/route.ts";
import { listJobs } from "#server/jobs/list-jobs.ts";
import { listJobsOperation } from "#server/jobs/schema.ts";

export const GET = route(listJobsOperation, listJobs);
