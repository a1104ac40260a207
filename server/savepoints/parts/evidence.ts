import type { Caller } from "../../caller.ts";
import type { SavepointRecord } from "./savepoint-of.ts";

/** The JobManager's clock may stand so far from ours. */
const clockSkewMs = 60_000;

/**
 * The savepoint that a job's own statistics show for this request: the newest one, if it was triggered since it was asked
 * for and is of its kind: a stop's is Flink's SYNC_SAVEPOINT, any other is not. Undefined when there is none, or when the
 * statistics can't be read.
 */
export async function evidenceOf(
  record: SavepointRecord,
  caller: Caller,
): Promise<{ path?: string | undefined; sizeBytes: number } | undefined> {
  try {
    const { latest } = await caller.flink(record).checkpoints(record.jobId);
    const newest = latest.savepoint;
    if (newest === undefined || newest.status !== "COMPLETED") return undefined;
    if (newest.type !== undefined && (newest.type === "SYNC_SAVEPOINT") !== (record.kind === "stop")) return undefined;
    if (newest.triggeredAt < record.askedAt.getTime() - clockSkewMs) return undefined;
    return { path: newest.path, sizeBytes: newest.stateSize };
  } catch {
    return undefined;
  }
}
