import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { announce } from "../live/announce.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { disposeSavepointOperation } from "./schema.ts";

const patienceMs = 60_000;
const pauseMs = 300;

/**
 * Deletes a savepoint's files through a cluster that can reach them; answers when Flink says that they are gone.
 * Throws `flink-rejected` with Flink's reason, `timed-out` after a minute. Source class: JobManager REST.
 */
export async function disposeSavepoint(
  { context, namespace, clusterId, path }: RequestOf<typeof disposeSavepointOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof disposeSavepointOperation>> {
  const cluster = { context, namespace, clusterId };
  const flink = caller.flink(cluster);
  await caller.audit.record({ action: "savepoint.dispose", ...cluster, subject: path }, async () => {
    const triggerId = await flink.disposeSavepoint(path);
    const until = Date.now() + patienceMs;
    for (;;) {
      const status = await flink.disposalStatus(triggerId);
      if (status.state === "completed") return;
      if (status.state === "failed") throw new ConsoleError({ kind: "flink-rejected", detail: status.reason });
      if (Date.now() > until) throw new ConsoleError({ kind: "timed-out", what: "The disposal", afterMs: patienceMs });
      await sleep(pauseMs);
    }
  });
  const known = await caller.savepoints.list({ context, limit: 1_000 });
  for (const record of known.filter((one) => one.path === path)) {
    await caller.savepoints.update(record.id, { state: "disposed" });
  }
  announce({ topic: "savepoints", context });
  return { path };
}
