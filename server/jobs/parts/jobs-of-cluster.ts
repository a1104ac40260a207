import { failureDetail } from "../../failure-detail.ts";
import { hasEnded } from "../job-state.ts";
import type { Job, JobsOfCluster } from "../schema.ts";
import type { Freshness } from "./answer-cache.ts";
import { cancelAskedAt } from "./cancels.ts";
import { failureReason } from "./job-failures.ts";
import { jobRates, type VertexRates, vertexRates } from "./job-rates.ts";
import type { Patience } from "./patience.ts";
import {
  knowsJobs,
  type SeenCheckpoints,
  type SeenJob,
  seenCheckpoints,
  seenJob,
  seenJobs,
  seenRestarts,
  seenVertexMetrics,
  type View,
} from "./seen.ts";

/** A list shows at most so many jobs of one cluster, the living first. */
const maxJobs = 500;
/** Of so many failed jobs of one cluster, the newest, a list says why. */
const maxReasons = 20;
/** A graph of more vertices is looked at on its own page only. */
const maxVertices = 30;

/**
 * The jobs of one cluster with what is known of each. Never throws for a JobManager that does not answer.
 * `left` is the patience that is left at a moment.
 */
export async function jobsOfCluster(
  view: View,
  left: () => Patience,
): Promise<{ jobs: Job[]; cluster: JobsOfCluster; cut: boolean }> {
  const { context, namespace, clusterId } = view.cluster;
  const address = { context, namespace, clusterId };
  const isNew = !knowsJobs(view);
  const seen = await seenJobs(view, { maxAgeMs: 4_000, ...left() });
  const known = (seen.value ?? []).toSorted((a, b) => Number(hasEnded(a.state)) - Number(hasEnded(b.state)));
  const shown = known.slice(0, maxJobs);
  // A job that is new on a cluster that is known shows its facts when they have come.
  const leftForFacts = isNew ? left : () => ({ firstMs: left().againMs, againMs: left().againMs });
  const reasoned = idsOfFailed(shown);
  const jobs = await Promise.all(
    shown.map(async (job) => ({
      ...(await listedJob(view, job, leftForFacts)),
      failure: reasoned.has(job.id) ? await reasonOf(view, job, leftForFacts()) : undefined,
    })),
  );
  return {
    jobs,
    cut: known.length > shown.length,
    cluster: {
      ...address,
      state: seen.failure ? "unreachable" : seen.value ? "answered" : "waiting",
      at: seen.at,
      detail: seen.failure && failureDetail(seen.failure),
    },
  };
}

function idsOfFailed(jobs: readonly SeenJob[]): ReadonlySet<string> {
  const failed = jobs.filter(({ state }) => ["FAILED", "FAILING", "RESTARTING"].includes(state));
  const newest = failed.toSorted((a, b) => (b.endTime ?? Date.now()) - (a.endTime ?? Date.now()));
  return new Set(newest.slice(0, maxReasons).map((job) => job.id));
}

/** What ended a job changes no more; what it is put back for may be another thing each time. */
const reasonOf = (view: View, { id, state }: SeenJob, patience: Patience): Promise<string | undefined> =>
  failureReason(view, id, { maxAgeMs: hasEnded(state) ? 60_000 : 15_000, ...patience });

async function listedJob(view: View, seen: SeenJob, left: () => Patience): Promise<Job> {
  const { context, namespace, clusterId } = view.cluster;
  const facts = hasEnded(seen.state) ? {} : await factsOf(view, seen.id, left);
  return {
    context,
    namespace,
    clusterId,
    jobId: seen.id,
    name: seen.name,
    state: seen.state,
    startTime: seen.startTime,
    endTime: seen.endTime,
    tasksTotal: seen.tasksTotal,
    tasksRunning: seen.tasksRunning,
    cancelAskedAt: hasEnded(seen.state) ? undefined : cancelAskedAt(view.cluster, seen.id),
    ...facts,
  };
}

/** What changes more slowly than a job's state, and costs a request each. */
async function factsOf(view: View, jobId: string, left: () => Patience): Promise<Partial<Job>> {
  const maxAgeMs = 15_000;
  const freshness: Freshness = { maxAgeMs, ...left() };
  const [details, checkpoints, restarts] = await Promise.all([
    seenJob(view, jobId, freshness),
    seenCheckpoints(view, jobId, freshness),
    seenRestarts(view, jobId, freshness),
  ]);
  const rates = details.value ? await ratesOf(view, details.value, { maxAgeMs, ...left() }) : undefined;
  return {
    parallelism: details.value && Math.max(0, ...details.value.vertices.map((vertex) => vertex.parallelism)),
    restarts: restarts.value,
    checkpoint: checkpoints.value === "off" ? undefined : checkpoints.value && newestCheckpoint(checkpoints.value),
    ...(rates && details.value && jobRates(details.value.plan, rates)),
  };
}

/** What each vertex of a running job does now; none for a graph that is too large for a list. */
export async function ratesOf(
  view: View,
  details: { readonly id: string; readonly vertices: readonly { readonly id: string; readonly status: string }[] },
  freshness: Freshness,
  most = maxVertices,
): Promise<ReadonlyMap<string, VertexRates>> {
  const running = details.vertices.filter((vertex) => vertex.status === "RUNNING");
  if (running.length > most) return new Map();
  const rates = await Promise.all(
    running.map(async ({ id }) => {
      const metrics = await seenVertexMetrics(view, [details.id, id], freshness);
      return [id, vertexRates(metrics.value ?? [])] as const;
    }),
  );
  return new Map(rates);
}

export function newestCheckpoint({ latest }: SeenCheckpoints): Job["checkpoint"] {
  const { completed, savepoint, failed } = latest;
  const last = (savepoint?.acknowledgedAt ?? 0) > (completed?.acknowledgedAt ?? 0) ? savepoint : completed;
  return {
    completedAt: last?.acknowledgedAt,
    durationMs: last?.durationMs,
    stateSize: last?.stateSize,
    failed: failed !== undefined && !failed.isSavepoint && failed.id > (last?.id ?? 0),
  };
}
