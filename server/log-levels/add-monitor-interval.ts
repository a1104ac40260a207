import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { setMonitorInterval } from "../flink/log4j/set-level.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { type ClusterLogging, readClusterLogging } from "./parts/cluster-logging.ts";
import { fileDiff } from "./parts/file-diff.ts";
import { writeLogging } from "./parts/write-logging.ts";
import type { addMonitorIntervalOperation } from "./schema.ts";

/**
 * Adds `monitorInterval` to a log4j file that lacks it. Pods that run have read the file for the last time: only those
 * started later look at it again, so nothing is told to their kubelets.
 */
export async function addMonitorInterval(
  { seconds, dryRun, ...address }: RequestOf<typeof addMonitorIntervalOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof addMonitorIntervalOperation>> {
  const at = new Date().toISOString();
  const edit = (current: ClusterLogging) => {
    if (current.syntax !== "log4j2" || current.file.reload.kind === "every") {
      const detail = `${current.name} needs no monitorInterval: ${current.syntax === "log4j2" ? "it has one" : "logback has scan"}.`;
      throw new ConsoleError({ kind: "not-possible-now", detail });
    }
    return { text: setMonitorInterval(current.text, seconds), kept: { ...current.kept, reloadSince: at } };
  };
  const first = await readClusterLogging(address, caller);
  const preview = edit(first);
  if (dryRun) return { diff: fileDiff(first.name, first.text, preview.text), touched: 0 };
  const after = `monitorInterval = ${seconds}`;
  const entry = { action: "log-file.monitor-interval", ...address, subject: first.name, after };
  const { before, next } = await caller.audit.record(entry, () => writeLogging(address, caller, edit));
  return { diff: fileDiff(before.name, before.text, next.text), writtenAt: at, touched: 0 };
}
