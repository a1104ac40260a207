import { z } from "zod";
import { operation } from "../operation.schema.ts";

export const readHealthOperation = operation({
  id: "readHealth",
  method: "GET",
  path: "/health",
  summary: "Whether the console itself works: it answers and its database can be read",
  answer: z.object({ status: z.literal("ok"), version: z.string() }),
});

export const readSettingsOperation = operation({
  id: "readSettings",
  method: "GET",
  path: "/settings",
  summary: "How this console was started",
  answer: z.object({
    version: z.string(),
    nodeVersion: z.string(),
    /** ISO 8601. */
    startedAt: z.iso.datetime(),
    identity: z.string(),
    /** Contexts of the kubeconfig, the current one first. */
    contexts: z.array(z.string()),
    settings: z.array(
      z.object({
        name: z.string(),
        meaning: z.string(),
        value: z.string(),
        /** What it is when nothing sets it; empty when that is nothing. */
        usual: z.string(),
      }),
    ),
  }),
});
export type Settings = z.output<typeof readSettingsOperation.answer>;
