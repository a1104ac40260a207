import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { changeParallelismOperation, readParallelismOperation } from "./metrics.schema.ts";
import { expireCluster } from "./parts/seen.ts";

/** How parallel each vertex may run. `flink-rejected` unless the cluster's scheduler is adaptive. */
export async function readParallelism(
  { context, namespace, clusterId, jobId }: RequestOf<typeof readParallelismOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof readParallelismOperation>> {
  return { vertices: await caller.flink({ context, namespace, clusterId }).parallelism(jobId, signal) };
}

/**
 * Rescales a running job: Flink stops its tasks, redistributes their state and starts them again.
 * Answers when Flink has taken the wish; it acts on it when there are slots.
 */
export async function changeParallelism(
  { context, namespace, clusterId, jobId, vertices }: RequestOf<typeof changeParallelismOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof changeParallelismOperation>> {
  const cluster = { context, namespace, clusterId };
  const flink = caller.flink(cluster);
  const before = await flink.parallelism(jobId);
  const entry = {
    action: "job.rescale",
    ...cluster,
    subject: jobId,
    before: JSON.stringify(before),
    after: JSON.stringify(vertices),
  };
  await caller.audit.record(entry, () => flink.changeParallelism(jobId, vertices));
  expireCluster({ caller, cluster });
  return { vertices };
}
