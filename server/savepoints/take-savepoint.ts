import { randomBytes } from "node:crypto";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { failureDetail } from "../failure-detail.ts";
import { lookAgain } from "../jobs/look-again.ts";
import { announce } from "../live/announce.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { follow } from "./parts/follow.ts";
import { type SavepointRecord, savepointOf } from "./parts/savepoint-of.ts";
import type { stopJobOperation, triggerSavepointOperation } from "./schema.ts";

/**
 * Takes a savepoint of a running job; the job goes on.
 *
 * Answers when Flink has taken the request. Its progress is recorded until its end, across restarts of the console.
 * Throws `not-found`, `not-possible-now` for a job that does not run, `flink-rejected`. Source class: JobManager REST.
 */
export async function triggerSavepoint(
  request: RequestOf<typeof triggerSavepointOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof triggerSavepointOperation>> {
  return await take({ ...request, drain: undefined }, caller);
}

/**
 * Stops a job with a savepoint. When the savepoint fails the job runs on, and the record says so.
 * Otherwise as `triggerSavepoint`.
 */
export async function stopJob(
  request: RequestOf<typeof stopJobOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof stopJobOperation>> {
  return await take(request, caller);
}

interface Wish extends RequestOf<typeof triggerSavepointOperation> {
  /** Undefined for a savepoint after which the job goes on. */
  readonly drain: boolean | undefined;
}

async function take(wish: Wish, caller: Caller): Promise<AnswerOf<typeof triggerSavepointOperation>> {
  const { context, namespace, clusterId, jobId, directory, format, drain } = wish;
  const cluster = { context, namespace, clusterId };
  const { name, state } = await caller.flink(cluster).job(jobId);
  if (state !== "RUNNING") {
    throw new ConsoleError({
      kind: "not-possible-now",
      detail: `${name} is ${state}: only a running job has a savepoint.`,
    });
  }
  // Written before Flink is asked: the id is ours, so that whoever comes after us can ask how it stands.
  const record = await caller.savepoints.add({
    id: randomBytes(16).toString("hex"),
    kind: drain === undefined ? "savepoint" : "stop",
    ...cluster,
    jobId,
    jobName: name,
    state: "asked",
    directory,
    format,
    drain,
    askedAt: new Date(),
  });
  const { promise: taken, resolve: take } = Promise.withResolvers<SavepointRecord>();
  const action = drain === undefined ? "job.savepoint" : "job.stop";
  const entry = {
    action,
    ...cluster,
    subject: `${name} (${jobId})`,
    after: JSON.stringify({ directory, format, drain }),
  };
  const recorded = caller.audit.record(entry, async () => {
    await ask(record, caller);
    take(await caller.savepoints.update(record.id, { state: "in-progress" }));
    lookAgain(caller, cluster);
    announce({ topic: "savepoints", ...cluster });
    const ended = await follow(record, caller);
    if (ended.state !== "completed") {
      throw new ConsoleError({ kind: "not-possible-now", detail: ended.reason ?? `It ended as ${ended.state}.` });
    }
  });
  // What fails after Flink has taken the request stands in the record and in the audit entry.
  recorded.catch(() => undefined);
  const answered = await Promise.race([taken, recorded]);
  return savepointOf(answered ?? (await caller.savepoints.find(record.id)));
}

/** Asks Flink. A refusal ends the record; an answer that did not come leaves it open: Flink may have taken it. */
async function ask(record: SavepointRecord, caller: Caller): Promise<void> {
  const { jobId, directory, drain } = record;
  const format = record.format === "NATIVE" ? ("NATIVE" as const) : ("CANONICAL" as const);
  const request = { directory, format, triggerId: record.id };
  const flink = caller.flink(record);
  try {
    if (drain === undefined) await flink.triggerSavepoint(jobId, request);
    else await flink.stopWithSavepoint(jobId, { ...request, drain });
  } catch (error) {
    const failure = error instanceof ConsoleError ? error.failure : undefined;
    if (failure?.kind === "timed-out") {
      await caller.savepoints.update(record.id, { state: "in-progress" });
      follow(record, caller).catch(() => undefined);
    } else {
      const reason = failure ? failureDetail(failure) : "The console failed in a way it does not know.";
      await caller.savepoints.update(record.id, { state: "failed", reason, endedAt: new Date() });
    }
    throw error;
  }
}
