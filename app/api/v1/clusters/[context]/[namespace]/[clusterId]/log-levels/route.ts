import { route } from "#server/http/route.ts";
import { changeLogLevels } from "#server/log-levels/change-log-levels.ts";
import { listLoggers } from "#server/log-levels/list-loggers.ts";
import { changeLogLevelsOperation, listLoggersOperation } from "#server/log-levels/schema.ts";

export const GET = route(listLoggersOperation, listLoggers);
export const PATCH = route(changeLogLevelsOperation, changeLogLevels);
