import { streamRoute } from "#server/http/stream-route.ts";
import { liveOperation } from "#server/live/schema.ts";
import { streamLive } from "#server/live/stream-live.ts";

export const GET = streamRoute(liveOperation, streamLive);
