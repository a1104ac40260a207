import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import { hasEnded } from "../../jobs/job-state.ts";
import type { SavepointRecord } from "./savepoint-of.ts";

const pauseMs = 400;

/**
 * Looks at a job until it has ended, at most so long. Answers the state that was seen last, Flink's word; undefined when
 * its JobManager no longer answers or no longer knows it, as that of an application that has ended.
 */
export async function untilJobEnded(
  record: SavepointRecord,
  caller: Caller,
  atMostMs: number,
): Promise<string | undefined> {
  const until = Date.now() + atMostMs;
  for (;;) {
    const state = await stateOf(record, caller);
    if (state === "not-found") return undefined;
    if (state !== undefined && hasEnded(state)) return state;
    if (Date.now() > until) return state;
    await sleep(pauseMs, undefined, { ref: false });
  }
}

async function stateOf(record: SavepointRecord, caller: Caller): Promise<string | undefined> {
  try {
    return (await caller.flink(record).job(record.jobId)).state;
  } catch (error) {
    return isFailure(error, "not-found") ? "not-found" : undefined;
  }
}
