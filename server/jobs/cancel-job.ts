import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { hasEnded } from "./job-state.ts";
import { forgetCancel, noteCancel } from "./parts/cancels.ts";
import { expireCluster } from "./parts/seen.ts";
import { untilEnded } from "./parts/until-ended.ts";
import type { cancelJobOperation } from "./schema.ts";

/**
 * Cancels a job without a savepoint.
 *
 * Answers when Flink has taken the request. The job is watched on, and the audit entry is completed only when Flink
 * says that the job has ended: `done` when it was cancelled, `failed` when it ended otherwise.
 * Throws `not-found`, `not-possible-now` for a job that has ended. Source class: JobManager REST.
 */
export async function cancelJob(
  { context, namespace, clusterId, jobId }: RequestOf<typeof cancelJobOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof cancelJobOperation>> {
  const cluster = { context, namespace, clusterId };
  const view = { caller, cluster };
  const { name, state } = await caller.flink(cluster).job(jobId);
  if (hasEnded(state)) {
    throw new ConsoleError({ kind: "not-possible-now", detail: `${name} has already ended: ${state}.` });
  }
  const { promise: taken, resolve: take } = Promise.withResolvers<void>();
  const entry = { action: "job.cancel", ...cluster, subject: `${name} (${jobId})` };
  const recorded = caller.audit.record(entry, async () => {
    await caller.flink(cluster).cancelJob(jobId);
    noteCancel(cluster, jobId);
    expireCluster(view);
    take();
    const ending = await untilEnded(view, jobId).finally(() => {
      forgetCancel(cluster, jobId);
      expireCluster(view);
    });
    if (ending === "CANCELED" || ending === "GONE") return;
    throw new ConsoleError({ kind: "not-possible-now", detail: `${name} ended as ${ending} before it was cancelled.` });
  });
  // What fails after Flink has taken the request stands in the audit entry.
  recorded.catch(() => undefined);
  await Promise.race([taken, recorded]);
  return { jobId, name };
}
