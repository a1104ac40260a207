import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { Checkpoint, readJobCheckpointsOperation } from "./job.schema.ts";
import { lastSeen } from "./parts/answer-cache.ts";
import { type SeenCheckpoints, seenCheckpointConfiguration, seenCheckpoints, type View } from "./parts/seen.ts";

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

function checkpointOf(seen: SeenCheckpoints["history"][number]): Checkpoint {
  const { acknowledgedAt, failedAt, type: _, ...checkpoint } = seen;
  return { ...checkpoint, endedAt: failedAt ?? (seen.status === "COMPLETED" ? acknowledgedAt : undefined) };
}
