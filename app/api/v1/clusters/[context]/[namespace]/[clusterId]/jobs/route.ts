import { route } from "#server/http/route.ts";
import { submitJobOperation } from "#server/jobs/jars.schema.ts";
import { listClusterJobs } from "#server/jobs/list-cluster-jobs.ts";
import { listClusterJobsOperation } from "#server/jobs/schema.ts";
import { submitJob } from "#server/jobs/submit-job.ts";

export const GET = route(listClusterJobsOperation, listClusterJobs);
export const POST = route(submitJobOperation, submitJob);
