import { createHash } from "node:crypto";
import type { Caller, ClusterAddress } from "../caller.ts";
import { log } from "../log.ts";
import { processWide } from "../process-wide.ts";

/** A completed savepoint or retained checkpoint that a job's statistics show. Times in milliseconds since 1970. */
export interface SeenOnJob {
  readonly path: string;
  readonly isSavepoint: boolean;
  readonly triggeredAt: number;
  readonly endedAt: number | undefined;
  readonly sizeBytes: number;
}

/** What was noted lately: the same statistics are looked at every few seconds. */
const noted = processWide("savepoints.noted", () => new Set<string>());
const maxNoted = 10_000;

/** Keeps what was seen on a cluster for the time when the cluster is gone. Never fails: it is done in passing. */
export function noteSeen(
  caller: Caller,
  cluster: ClusterAddress,
  job: { readonly jobId: string; readonly jobName: string },
  seen: readonly SeenOnJob[],
): void {
  const { context, namespace, clusterId } = cluster;
  for (const one of seen) {
    const id = createHash("sha256")
      .update(JSON.stringify([context, namespace, clusterId, one.path]))
      .digest("hex");
    if (noted.has(id)) continue;
    if (noted.size >= maxNoted) noted.clear();
    noted.add(id);
    const record = {
      id: id.slice(0, 32),
      kind: one.isSavepoint ? ("seen" as const) : ("checkpoint" as const),
      context,
      namespace,
      clusterId,
      ...job,
      state: "completed" as const,
      path: one.path,
      sizeBytes: one.sizeBytes,
      askedAt: new Date(one.triggeredAt),
      endedAt: one.endedAt === undefined ? undefined : new Date(one.endedAt),
    };
    caller.savepoints.note(record).catch((error: unknown) => {
      noted.delete(id);
      log.warn({ savepoint: id, err: error }, "a savepoint that was seen can't be noted");
    });
  }
}
