import { route } from "#server/http/route.ts";
import { keepLogs } from "#server/logs/keep-logs.ts";
import { keepLogsOperation } from "#server/logs/schema.ts";

export const PUT = route(keepLogsOperation, keepLogs);
