import { join } from "node:path";
import { z } from "zod";
import { homeDirectory } from "./process-user.ts";

const names = z
  .string()
  .default("")
  .transform((text) => text.split(",").map((name) => name.trim().toLowerCase()))
  .transform((list) => list.filter((name) => name !== ""));

function defaultDataDirectory(): string {
  const home = homeDirectory();
  return home === undefined ? "" : join(home, ".local", "share", "drey");
}

/**
 * Every setting of the console, parsed once. The README, the page Settings and the start's message have them from here;
 * nothing else reads `process.env`.
 */
const settings = z.object({
  DREY_HOST: z
    .string()
    .default("127.0.0.1")
    .describe("Address to listen on. Loopback, because there is no login: whoever reaches it uses your kubeconfig."),
  DREY_PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe("Port to listen on."),
  DREY_ALLOWED_HOSTS: names.describe(
    "Host names by which a browser may address the console, besides localhost, 127.0.0.1 and [::1]. Comma-separated.",
  ),
  DREY_DATA_DIR: z
    .string()
    .min(1, "this user has no home directory, so a folder must be named")
    .prefault(() => defaultDataDirectory())
    .describe("Where the database and kept logs lie. Made for its owner alone."),
  DREY_JAR_LIMIT_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .default(512)
    .describe("The largest jar that may be uploaded, in MiB."),
  DREY_LOG_FILE_EDITING: z
    .enum(["off", "safe", "any"])
    .default("safe")
    .describe(
      "Editing a cluster's whole logging file: off, safe (what can run code in the pods is refused), or any. Levels can always be changed.",
    ),
  DREY_KEEP_LOGS: z
    .enum(["on", "off"])
    .default("on")
    .describe("Whether the logs of clusters are kept, so that they outlive their pods: on or off."),
  DREY_KEEP_LOGS_CLUSTER_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .default(256)
    .describe("Space for the kept logs of one cluster, in MiB. They are compressed, about ten to one."),
  DREY_KEEP_LOGS_TOTAL_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .default(2048)
    .describe("Space for all kept logs, in MiB. The oldest leave first."),
  DREY_KEEP_LOGS_DAYS: z.coerce.number().int().min(1).default(7).describe("How long kept logs stay, in days."),
  KUBECONFIG: z
    .string()
    .optional()
    .describe("Kubeconfig files as kubectl reads them. Unset means ~/.kube/config, else the pod's service account."),
  DREY_LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("Level of the console's own log, JSON lines on standard output."),
  NODE_ENV: z
    .enum(["development", "production", "test"])
    .default("production")
    .describe("Set by Next: development under npm run dev, else production."),
});

export type Env = z.infer<typeof settings>;

/** Each setting with what it means, in the order in which they are shown. */
export const settingMeanings: readonly { readonly name: keyof Env; readonly meaning: string }[] = settings
  .keyof()
  .options.map((name) => ({ name, meaning: settings.shape[name].description ?? "" }));

/** Parses settings from any source; throws with every wrong setting named. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = settings.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Settings are wrong:\n  ${wrong.join("\n  ")}`);
}

export const env: Env = parseEnv(process.env);

/** Where Next's production server listens: on every address, unless the variable that it reads says otherwise. */
export const listenAddress: string = process.env["HOSTNAME"] || "0.0.0.0";
