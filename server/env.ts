import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/**
 * Every setting of the console, parsed once. The README lists them from here; nothing else reads `process.env`.
 */
const settings = z.object({
  /** Address to listen on. Loopback, because the console has no login of its own on a person's machine. */
  DREY_HOST: z.string().default("127.0.0.1"),
  DREY_PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Host names by which a browser may address the console, besides localhost, 127.0.0.1 and [::1]. Comma-separated. */
  DREY_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ""),
    ),
  /** Where the database and kept logs lie. */
  DREY_DATA_DIR: z.string().default(join(homedir(), ".local", "share", "drey")),
  /** As kubectl reads it; unset means `~/.kube/config`, else the service account of the pod. */
  KUBECONFIG: z.string().optional(),
  /** Set by Next. */
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** Log level of the console's own log. */
  DREY_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof settings>;

/** Parses settings from any source; throws with every wrong setting named. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = settings.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Settings are wrong:\n  ${wrong.join("\n  ")}`);
}

export const env: Env = parseEnv(process.env);
