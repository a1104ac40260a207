import { route } from "#server/http/route.ts";
import { revertLogLevels } from "#server/log-levels/revert-log-levels.ts";
import { revertLogLevelsOperation } from "#server/log-levels/schema.ts";

export const POST = route(revertLogLevelsOperation, revertLogLevels);
