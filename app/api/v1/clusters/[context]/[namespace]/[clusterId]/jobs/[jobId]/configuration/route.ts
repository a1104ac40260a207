import { route } from "#server/http/route.ts";
import { readJobConfigurationOperation } from "#server/jobs/job.schema.ts";
import { readJobConfiguration } from "#server/jobs/read-job-configuration.ts";

export const GET = route(readJobConfigurationOperation, readJobConfiguration);
