import { route } from "#server/http/route.ts";
import { addMonitorInterval } from "#server/log-levels/add-monitor-interval.ts";
import { addMonitorIntervalOperation } from "#server/log-levels/schema.ts";

export const POST = route(addMonitorIntervalOperation, addMonitorInterval);
