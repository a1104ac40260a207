import { route } from "#server/http/route.ts";
import { listLogPods } from "#server/logs/list-log-pods.ts";
import { listLogPodsOperation } from "#server/logs/schema.ts";

export const GET = route(listLogPodsOperation, listLogPods);
