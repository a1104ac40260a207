import { streamRoute } from "#server/http/stream-route.ts";
import { downloadLogs } from "#server/logs/download-logs.ts";
import { downloadLogsOperation } from "#server/logs/schema.ts";

export const GET = streamRoute(downloadLogsOperation, downloadLogs);
