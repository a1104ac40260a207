import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { readVertexOperation, Subtask } from "./job.schema.ts";
import { lastSeen } from "./parts/answer-cache.ts";
import { seenBackPressure, seenVertex, seenWatermarks, type View } from "./parts/seen.ts";

const freshness = { maxAgeMs: 4_000, firstMs: 8_000, againMs: 400 };
const maxSubtasks = 1_000;

/** The subtasks of one vertex: where each runs, how pressed it is, how far its watermark. Source: JobManager REST. */
export async function readVertex(
  { context, namespace, clusterId, jobId, vertexId }: RequestOf<typeof readVertexOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof readVertexOperation>> {
  const view: View = { caller, cluster: { context, namespace, clusterId } };
  const of = [jobId, vertexId] as const;
  const [seen, pressures, watermarks] = await Promise.all([
    seenVertex(view, of, freshness),
    seenBackPressure(view, of, freshness),
    seenWatermarks(view, of, freshness),
  ]);
  const vertex = lastSeen(seen, `vertex ${vertexId}`, freshness.firstMs);
  const watermarkOf = new Map(watermarks.value?.map((one) => [one.subtask, one.watermark]));
  const pressureOf = new Map(
    pressures.value?.map(({ subtask, backPressured, busy, idle }) => [
      subtask,
      backPressured === undefined ? undefined : { backPressured, busy: busy ?? 0, idle: idle ?? 0 },
    ]),
  );
  const subtasks = vertex.subtasks.slice(0, maxSubtasks).map(({ metrics, ...one }): Subtask => {
    const { readRecords, writeRecords, readBytes, writeBytes } = metrics;
    return {
      ...one,
      totals: { readRecords, writeRecords, readBytes, writeBytes },
      pressure: pressureOf.get(one.subtask),
      watermark: watermarkOf.get(one.subtask),
    };
  });
  return { id: vertex.id, name: vertex.name, subtasks, cut: vertex.subtasks.length > maxSubtasks };
}
