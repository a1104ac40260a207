import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { readFlameGraphOperation } from "./job.schema.ts";

/** Where the threads of a vertex spend their time. Flink samples when asked, so the first answer is `waiting`. */
export async function readFlameGraph(
  { context, namespace, clusterId, jobId, vertexId, type }: RequestOf<typeof readFlameGraphOperation>,
  caller: Caller,
  signal: AbortSignal,
): Promise<AnswerOf<typeof readFlameGraphOperation>> {
  return await caller.flink({ context, namespace, clusterId }).flameGraph(jobId, vertexId, type, signal);
}
