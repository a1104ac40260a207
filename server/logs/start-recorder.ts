import { join } from "node:path";
import type { Caller } from "../caller.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { processWide } from "../process-wide.ts";
import { lockFolder } from "./parts/kept/lock-folder.ts";
import { Recorder } from "./parts/kept/recorder.ts";

const mebibyte = 1024 * 1024;
const dayMs = 86_400_000;

/** Holds the process's one recorder; none where the settings have switched it off, or another console keeps the logs. */
const holder = () => processWide<{ recorder?: Recorder }>("log-recorder", () => ({}));

/**
 * Begins to keep the logs of the clusters in the current context; other contexts follow when somebody looks at them.
 *
 * @param signal ends it: what was read is written, and every stream is closed
 */
export async function startRecorder(
  caller: Pick<Caller, "kubernetes" | "contexts">,
  signal: AbortSignal,
): Promise<void> {
  if (env.DREY_KEEP_LOGS === "off" || holder().recorder !== undefined) return;
  const root = keptLogsRoot();
  if (!(await lockFolder(root, signal))) {
    log.warn({ root }, "another console keeps logs in this folder; this one reads them only");
    return;
  }
  const recorder = new Recorder({
    root,
    caller,
    signal,
    limits: {
      clusterBytes: env.DREY_KEEP_LOGS_CLUSTER_MIB * mebibyte,
      totalBytes: env.DREY_KEEP_LOGS_TOTAL_MIB * mebibyte,
      ageMs: env.DREY_KEEP_LOGS_DAYS * dayMs,
    },
  });
  holder().recorder = recorder;
  await recorder.start();
  const [current] = caller.contexts;
  if (current !== undefined) recorder.watch(current);
}

/** Where kept logs lie, whether this console writes them or not. */
export function keptLogsRoot(): string {
  return join(env.DREY_DATA_DIR, "logs");
}

export function processRecorder(): Recorder | undefined {
  return holder().recorder;
}
