import type { Caller } from "../caller.ts";
import { failureDetail } from "../failure-detail.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { JobDetails, readJobOperation, Vertex } from "./job.schema.ts";
import { hasEnded } from "./job-state.ts";
import { lastSeen } from "./parts/answer-cache.ts";
import { cancelAskedAt } from "./parts/cancels.ts";
import { jobRates, type VertexRates } from "./parts/job-rates.ts";
import { newestCheckpoint, ratesOf } from "./parts/jobs-of-cluster.ts";
import {
  type SeenDetails,
  seenCheckpointConfiguration,
  seenCheckpoints,
  seenJob,
  seenRestarts,
  seenWatermarks,
  type View,
} from "./parts/seen.ts";
import type { Job } from "./schema.ts";

/** Each vertex costs two requests; a graph of more shows its structure and states. */
const maxVertices = 60;
const freshness = { maxAgeMs: 4_000, firstMs: 8_000, againMs: 400 };

/**
 * One job with its graph. Rates are records per second over all subtasks, pressure is shares of the last seconds.
 *
 * While the JobManager does not answer, what was seen last is answered with `stale` saying why.
 * Throws `not-found`, `flink-unreachable` where nothing was seen before. Source class: JobManager REST.
 */
export async function readJob(
  { context, namespace, clusterId, jobId }: RequestOf<typeof readJobOperation>,
  caller: Caller,
): Promise<JobDetails> {
  const view: View = { caller, cluster: { context, namespace, clusterId } };
  const seen = await seenJob(view, jobId, freshness);
  const details = lastSeen(seen, `job ${jobId}`, freshness.firstMs);
  const lives = !hasEnded(details.state) && seen.failure === undefined;
  const [checkpoints, configuration, restarts, rates, watermarks] = await Promise.all([
    seenCheckpoints(view, jobId, freshness),
    seenCheckpointConfiguration(view, jobId, { ...freshness, maxAgeMs: 60_000 }),
    seenRestarts(view, jobId, freshness),
    lives ? ratesOf(view, details, freshness, maxVertices) : new Map<string, VertexRates>(),
    lives ? lowestWatermarks(view, details) : new Map<string, number>(),
  ]);
  const job: Job = {
    ...listed(view, details),
    restarts: restarts.value,
    checkpoint: checkpoints.value === "off" ? undefined : checkpoints.value && newestCheckpoint(checkpoints.value),
    ...jobRates(details.plan, rates),
  };
  return {
    job,
    jobType: details.jobType,
    adaptive: details.schedulerType === "Adaptive",
    states: Object.fromEntries(Object.entries(details.timestamps).flatMap(([at, time]) => (time ? [[at, time]] : []))),
    vertices: details.vertices.map((one) => vertexOf(one, details, rates.get(one.id), watermarks.get(one.id))),
    edges: details.plan.nodes.flatMap((node) =>
      node.inputs.map(({ from, shipStrategy }) => ({ from, to: node.id, shipStrategy })),
    ),
    checkpointIntervalMs: configuration.value === "off" ? undefined : configuration.value?.intervalMs,
    at: seen.at ?? 0,
    stale: seen.failure && failureDetail(seen.failure),
  };
}

function listed({ cluster }: View, details: SeenDetails): Job {
  const total = (which: (tasks: Record<string, number>) => number) =>
    details.vertices.reduce((sum, vertex) => sum + which(vertex.tasks), 0);
  return {
    ...cluster,
    jobId: details.id,
    name: details.name,
    state: details.state,
    startTime: details.startTime,
    endTime: details.endTime,
    tasksTotal: total((tasks) => Object.values(tasks).reduce((sum, one) => sum + one, 0)),
    tasksRunning: total((tasks) => tasks["RUNNING"] ?? 0),
    parallelism: Math.max(0, ...details.vertices.map((vertex) => vertex.parallelism)),
    cancelAskedAt: hasEnded(details.state) ? undefined : cancelAskedAt(cluster, details.id),
  };
}

function vertexOf(
  seen: SeenDetails["vertices"][number],
  details: SeenDetails,
  rates: VertexRates | undefined,
  watermark: number | undefined,
): Vertex {
  const { readRecords, writeRecords, readBytes, writeBytes } = seen.metrics;
  return {
    id: seen.id,
    name: seen.name,
    description: details.plan.nodes.find((node) => node.id === seen.id)?.description ?? seen.name,
    parallelism: seen.parallelism,
    status: seen.status,
    startTime: seen.startTime,
    subtasks: Object.fromEntries(Object.entries(seen.tasks).filter(([, count]) => count > 0)),
    totals: { readRecords, writeRecords, readBytes, writeBytes },
    ...rates,
    watermark,
  };
}

/** The lowest input watermark of each vertex that has an input. */
async function lowestWatermarks(view: View, details: SeenDetails): Promise<ReadonlyMap<string, number>> {
  const fed = details.plan.nodes.filter((node) => node.inputs.length > 0).slice(0, maxVertices);
  const seen = await Promise.all(
    fed.map(async ({ id }) => [id, (await seenWatermarks(view, [details.id, id], freshness)).value ?? []] as const),
  );
  return new Map(
    seen.flatMap(([id, all]) => (all.length > 0 ? [[id, Math.min(...all.map((one) => one.watermark))]] : [])),
  );
}
