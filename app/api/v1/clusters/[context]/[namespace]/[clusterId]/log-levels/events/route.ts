import { route } from "#server/http/route.ts";
import { listLevelEvents } from "#server/log-levels/list-level-events.ts";
import { listLevelEventsOperation } from "#server/log-levels/schema.ts";

export const GET = route(listLevelEventsOperation, listLevelEvents);
