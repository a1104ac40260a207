import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { listVertexMetricsOperation, readVertexMetricsOperation } from "./metrics.schema.ts";

const maxNames = 2_000;

/** Names of the metrics of a vertex, in order. */
export async function listVertexMetrics(
  { context, namespace, clusterId, jobId, vertexId }: RequestOf<typeof listVertexMetricsOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof listVertexMetricsOperation>> {
  const names = await caller.flink({ context, namespace, clusterId }).metricNames(jobId, vertexId, signal);
  return { names: names.toSorted().slice(0, maxNames) };
}

/** Values of chosen metrics over all subtasks of a vertex, in each metric's own unit. A name it lacks is left out. */
export async function readVertexMetrics(
  { context, namespace, clusterId, jobId, vertexId, name }: RequestOf<typeof readVertexMetricsOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof readVertexMetricsOperation>> {
  const flink = caller.flink({ context, namespace, clusterId });
  const ask = (names: readonly string[]) => flink.vertexMetrics(jobId, vertexId, names, signal);
  const together = await ask(name);
  // Flink answers nothing at all when one of the names is unknown to it.
  const apart =
    together.length === 0 && name.length > 1 ? await Promise.all(name.map((one) => ask([one]))) : [together];
  return { at: Date.now(), values: apart.flat().map(({ id, ...value }) => ({ name: id, ...value })) };
}
