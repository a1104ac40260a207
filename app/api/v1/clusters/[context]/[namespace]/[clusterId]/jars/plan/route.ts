import { route } from "#server/http/route.ts";
import { planJobOperation } from "#server/jobs/jars.schema.ts";
import { planJob } from "#server/jobs/submit-job.ts";

export const POST = route(planJobOperation, planJob);
