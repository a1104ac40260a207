import { route } from "#server/http/route.ts";
import { readJobCheckpointsOperation } from "#server/jobs/job.schema.ts";
import { readJobCheckpoints } from "#server/jobs/read-job-checkpoints.ts";

export const GET = route(readJobCheckpointsOperation, readJobCheckpoints);
