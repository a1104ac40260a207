import { streamRoute } from "#server/http/stream-route.ts";
import { downloadGzippedLogs } from "#server/logs/download-logs.ts";
import { downloadGzippedLogsOperation } from "#server/logs/schema.ts";

export const GET = streamRoute(downloadGzippedLogsOperation, downloadGzippedLogs);
