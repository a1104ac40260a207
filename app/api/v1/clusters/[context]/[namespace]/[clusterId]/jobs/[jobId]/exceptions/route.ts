import { route } from "#server/http/route.ts";
import { listJobExceptionsOperation } from "#server/jobs/job.schema.ts";
import { listJobExceptions } from "#server/jobs/list-job-exceptions.ts";

export const GET = route(listJobExceptionsOperation, listJobExceptions);
