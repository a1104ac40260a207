import { readJobManagerOperation } from "#server/clusters/job-manager.schema.ts";
import { readJobManager } from "#server/clusters/read-job-manager.ts";
import { route } from "#server/http/route.ts";

export const GET = route(readJobManagerOperation, readJobManager);
