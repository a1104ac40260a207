import { route } from "#server/http/route.ts";
import { listClusterJobs } from "#server/jobs/list-cluster-jobs.ts";
import { listClusterJobsOperation } from "#server/jobs/schema.ts";

export const GET = route(listClusterJobsOperation, listClusterJobs);
