import { route } from "#server/http/route.ts";
import { listSeenLoggers } from "#server/log-levels/list-seen-loggers.ts";
import { listSeenLoggersOperation } from "#server/log-levels/schema.ts";

export const GET = route(listSeenLoggersOperation, listSeenLoggers);
