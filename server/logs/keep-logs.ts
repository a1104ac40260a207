import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { checkMayReadLogs } from "./parts/check-access.ts";
import type { keepLogsOperation } from "./schema.ts";
import { processRecorder } from "./start-recorder.ts";

/**
 * Switches the recording of a cluster's logs. What was kept stays until its space or age ends.
 *
 * Throws `not-possible-now` where this console keeps no logs at all, and `not-permitted` for who may not read them.
 */
export async function keepLogs(
  request: RequestOf<typeof keepLogsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof keepLogsOperation>> {
  const { context, namespace, clusterId, on } = request;
  await checkMayReadLogs(caller.kubernetes(context), namespace);
  const recorder = processRecorder();
  if (recorder === undefined) {
    throw new ConsoleError({ kind: "not-possible-now", detail: "This console keeps no logs: DREY_KEEP_LOGS is off." });
  }
  const entry = { action: on ? "logs.keep" : "logs.do-not-keep", context, namespace, clusterId };
  await caller.audit.record(entry, () => recorder.keep({ context, namespace, clusterId }, on));
  return { on };
}
