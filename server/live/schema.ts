import { z } from "zod";
import { operation } from "../operation.schema.ts";

/** What went stale. The browser asks again for what it shows of it; the data itself does not come this way. */
export const staleTopic = z.enum(["clusters", "pods", "events", "config", "jobs", "savepoints", "audit", "contexts"]);

/** Without a place everything of that topic went stale. */
export const liveMessage = z.object({
  topic: staleTopic,
  context: z.string().optional(),
  namespace: z.string().optional(),
  clusterId: z.string().optional(),
});

export const liveOperation = operation({
  id: "live",
  method: "GET",
  path: "/live",
  summary: "What goes stale, as it happens: one stream for each tab",
  answer: liveMessage,
  streams: "text/event-stream",
});

export type StaleTopic = z.infer<typeof staleTopic>;
export type LiveMessage = z.infer<typeof liveMessage>;
