import { streamRoute } from "#server/http/stream-route.ts";
import { streamLogsOperation } from "#server/logs/schema.ts";
import { streamLogs } from "#server/logs/stream-logs.ts";

export const POST = streamRoute(streamLogsOperation, streamLogs);
