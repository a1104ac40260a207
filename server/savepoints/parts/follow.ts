import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import { hasEnded } from "../../jobs/job-state.ts";
import { lookAgain } from "../../jobs/look-again.ts";
import { announce } from "../../live/announce.ts";
import { processWide } from "../../process-wide.ts";
import { evidenceOf } from "./evidence.ts";
import type { SavepointRecord } from "./savepoint-of.ts";
import { untilJobEnded } from "./until-job-ended.ts";

type Changes = Parameters<Caller["savepoints"]["update"]>[1];

/** Those whose end somebody in this process waits for. */
const followed = processWide("savepoints.followed", () => new Map<string, Promise<SavepointRecord>>());

const firstPauseMs = 250;
const longestPauseMs = 3_000;
/** Flink renews what it shows of a job every 3 s (`web.refresh-interval`). */
const stopPatienceMs = 30_000;
/** Flink gives a savepoint up after `execution.checkpointing.timeout`, 10 minutes unless set otherwise. */
const patienceMs = 6 * 60 * 60_000;

/** Follows a savepoint until its end is known and recorded. Asking again for the same one joins the first. */
export function follow(record: SavepointRecord, caller: Caller): Promise<SavepointRecord> {
  const known = followed.get(record.id);
  if (known !== undefined) return known;
  const following = untilEnded(record, caller).finally(() => {
    followed.delete(record.id);
    const { context, namespace, clusterId } = record;
    announce({ topic: "savepoints", context, namespace, clusterId });
    lookAgain(caller, { context, namespace, clusterId });
  });
  followed.set(record.id, following);
  return following;
}

async function untilEnded(record: SavepointRecord, caller: Caller): Promise<SavepointRecord> {
  const until = record.askedAt.getTime() + patienceMs;
  for (let pauseMs = firstPauseMs; Date.now() < until; pauseMs = Math.min(longestPauseMs, pauseMs * 1.5)) {
    const changes = await look(record, caller);
    if (changes) return await caller.savepoints.update(record.id, changes);
    // Not referenced: a console that is asked to end does not wait for Flink.
    await sleep(pauseMs, undefined, { ref: false });
  }
  const reason = "Its JobManager has not told for six hours how it ended.";
  return await caller.savepoints.update(record.id, { state: "unknown", reason, endedAt: new Date() });
}

/** One look at how it stands; undefined while it goes on, or while its JobManager does not answer. */
async function look(record: SavepointRecord, caller: Caller): Promise<Changes | undefined> {
  try {
    const status = await caller.flink(record).savepointStatus(record.jobId, record.id);
    if (status.state === "in-progress") return undefined;
    const endedAt = new Date();
    if (status.state === "failed") {
      return { state: "failed", endedAt, reason: `${sentence(status.reason)} ${await whatTheJobDoes(record, caller)}` };
    }
    const { sizeBytes } = (await evidenceOf(record, caller)) ?? {};
    return await whenItHasStopped(record, caller, { path: status.location, sizeBytes });
  } catch (error) {
    if (isFailure(error, "not-found")) return await whatIsLeft(record, caller);
    return undefined;
  }
}

/**
 * A stop is over when its job is: Flink shows the job as running for some seconds after it has told of the savepoint.
 * The path is noted at once, so that it is not lost whatever comes.
 */
async function whenItHasStopped(
  record: SavepointRecord,
  caller: Caller,
  written: { readonly path: string | undefined; readonly sizeBytes: number | undefined },
): Promise<Changes> {
  if (record.kind !== "stop") return { ...written, state: "completed", endedAt: new Date() };
  await caller.savepoints.update(record.id, written);
  const ending = await untilJobEnded(record, caller, stopPatienceMs);
  const endedAt = new Date();
  if (ending === undefined || hasEnded(ending)) return { ...written, state: "completed", endedAt };
  const reason = `The savepoint was written, but the job did not stop: it is ${ending}.`;
  return { ...written, state: "failed", endedAt, reason };
}

/** The JobManager knows no such trigger, or there is none any more: says what can be told from what is left. */
async function whatIsLeft(record: SavepointRecord, caller: Caller): Promise<Changes | undefined> {
  const endedAt = new Date();
  const evidence = await evidenceOf(record, caller);
  if (evidence) return { state: "completed", endedAt, ...evidence };
  if (await clusterIsGone(record, caller)) {
    const reason = "The cluster was deleted before the JobManager told how it ended.";
    return { state: "unknown", endedAt, reason };
  }
  if (record.state === "asked" && Date.now() - record.askedAt.getTime() < longestPauseMs) return undefined;
  const job = await whatTheJobDoes(record, caller);
  const reason = `The JobManager knows nothing of it any more: it was probably restarted. Whether the savepoint was written is not known. ${job}`;
  return { state: "unknown", endedAt, reason };
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** «The job runs on.»: what a person must know when a stop did not succeed. */
async function whatTheJobDoes(record: SavepointRecord, caller: Caller): Promise<string> {
  try {
    const { state } = await caller.flink(record).job(record.jobId);
    return state === "RUNNING" ? "The job runs on." : `The job is ${state}.`;
  } catch {
    return "What the job does is not known.";
  }
}

async function clusterIsGone({ context, namespace, clusterId }: SavepointRecord, caller: Caller): Promise<boolean> {
  try {
    await caller.kubernetes(context).read("Deployment", namespace, clusterId);
    return false;
  } catch (error) {
    return isFailure(error, "not-found");
  }
}
