import { getDeletionProgress } from "#server/clusters/get-deletion-progress.ts";
import { getDeletionProgressOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(getDeletionProgressOperation, getDeletionProgress);
