import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { noteSeen } from "../savepoints/note-seen.ts";
import type { Checkpoint, readJobCheckpointsOperation } from "./job.schema.ts";
import { hasEnded } from "./job-state.ts";
import { lastSeen } from "./parts/answer-cache.ts";
import {
  type SeenCheckpoints,
  seenCheckpointConfiguration,
  seenCheckpoints,
  seenJob,
  type View,
} from "./parts/seen.ts";

const freshness = { maxAgeMs: 4_000, firstMs: 8_000, againMs: 400 };

/**
 * Checkpoints of a job, the newest first, as many as the JobManager remembers (`web.checkpoints.history`, 10 by
 * default). Sizes in bytes, durations in milliseconds. Source class: JobManager REST.
 */
export async function readJobCheckpoints(
  { context, namespace, clusterId, jobId }: RequestOf<typeof readJobCheckpointsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof readJobCheckpointsOperation>> {
  const view: View = { caller, cluster: { context, namespace, clusterId } };
  const [seen, configuration] = await Promise.all([
    seenCheckpoints(view, jobId, freshness),
    seenCheckpointConfiguration(view, jobId, { ...freshness, maxAgeMs: 60_000 }),
  ]);
  const statistics = lastSeen(seen, `checkpoints of job ${jobId}`, freshness.firstMs);
  if (statistics === "off") return { enabled: false, history: [] };
  const { counts, history, latest } = statistics;
  await keepKnown(view, jobId, statistics, configuration.value === "off" ? undefined : configuration.value);
  return {
    enabled: true,
    counts: {
      completed: counts.completed,
      failed: counts.failed,
      inProgress: counts.in_progress,
      restored: counts.restored,
    },
    history: history.map(checkpointOf),
    restored: latest.restored,
    configuration: configuration.value === "off" ? undefined : configuration.value,
  };
}

/** Notes savepoints, and the checkpoint that outlives an ended job, for the time when the cluster is gone. */
async function keepKnown(
  view: View,
  jobId: string,
  { history, latest }: SeenCheckpoints,
  configuration: { readonly keptOnCancel: boolean } | undefined,
): Promise<void> {
  const { value: job } = await seenJob(view, jobId, freshness);
  if (job === undefined) return;
  const outlives = configuration?.keptOnCancel && hasEnded(job.state) ? latest.completed : undefined;
  const seen = [...history.filter((one) => one.isSavepoint), latest.savepoint, outlives].flatMap((one) => {
    if (one?.path === undefined || one.status !== "COMPLETED" || one.discarded) return [];
    const { path, isSavepoint, triggeredAt, acknowledgedAt, stateSize } = one;
    return [{ path, isSavepoint, triggeredAt, endedAt: acknowledgedAt, sizeBytes: stateSize }];
  });
  noteSeen(view.caller, view.cluster, { jobId, jobName: job.name }, seen);
}

function checkpointOf(seen: SeenCheckpoints["history"][number]): Checkpoint {
  const { acknowledgedAt, failedAt, type: _, ...checkpoint } = seen;
  return { ...checkpoint, endedAt: failedAt ?? (seen.status === "COMPLETED" ? acknowledgedAt : undefined) };
}
