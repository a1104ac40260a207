import type { Caller, ClusterAddress } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import type { FlinkRestDoor } from "../../flink-rest/flink-rest-door.ts";
import { processWide } from "../../process-wide.ts";
import { AnswerCache, type Freshness, type Seen } from "./answer-cache.ts";

type Answer<Method extends keyof FlinkRestDoor> = Awaited<ReturnType<FlinkRestDoor[Method]>>;
export type SeenJob = Answer<"jobs">[number];
export type SeenDetails = Answer<"job">;
export type SeenCheckpoints = Answer<"checkpoints">;
export type VertexMetric = Answer<"vertexMetrics">[number];

const cacheOf = <Value>(name: string, maxEntries: number): AnswerCache<Value> =>
  processWide(`jobs.seen.${name}`, () => new AnswerCache<Value>(maxEntries));

/** Everything that was asked of JobManagers lately, one memory for the process. */
const memory = {
  jobs: cacheOf<SeenJob[]>("jobs", 2_000),
  job: cacheOf<SeenDetails>("job", 10_000),
  /** «off» is a job that makes none. */
  checkpoints: cacheOf<SeenCheckpoints | "off">("checkpoints", 10_000),
  restarts: cacheOf<number | undefined>("restarts", 10_000),
  vertexMetrics: cacheOf<VertexMetric[]>("vertexMetrics", 50_000),
  checkpointConfiguration: cacheOf<Answer<"checkpointConfiguration"> | "off">("checkpointConfiguration", 10_000),
  exceptions: cacheOf<Answer<"exceptions">>("exceptions", 2_000),
  failureCause: cacheOf<string | undefined>("failureCause", 2_000),
  vertex: cacheOf<Answer<"vertex">>("vertex", 10_000),
  backPressure: cacheOf<Answer<"backPressure">>("backPressure", 10_000),
  watermarks: cacheOf<Answer<"watermarks">>("watermarks", 50_000),
  taskManagers: cacheOf<Answer<"taskManagers">>("taskManagers", 2_000),
  taskManager: cacheOf<Answer<"taskManager">>("taskManager", 20_000),
};

/** A cluster as one person sees it: nobody sees through the eyes of another. */
export interface View {
  readonly caller: Caller;
  readonly cluster: ClusterAddress;
}

function keyOf({ caller, cluster }: View, ...parts: readonly string[]): string {
  const { context, namespace, clusterId } = cluster;
  return [caller.identity.kind, caller.identity.name, context, namespace, clusterId, ...parts].join("\n");
}

/** Makes the next look at anything of that cluster ask the JobManager again. */
export function expireCluster(view: View): void {
  for (const cache of Object.values(memory)) cache.expire(`${keyOf(view)}\n`);
}

const door = ({ caller, cluster }: View): FlinkRestDoor => caller.flink(cluster);

export const seenJobs = (view: View, freshness: Freshness): Promise<Seen<SeenJob[]>> =>
  memory.jobs.read(keyOf(view, "jobs"), freshness, () => door(view).jobs());

/** Whether that cluster's JobManager has ever told its jobs. */
export const knowsJobs = (view: View): boolean => memory.jobs.knows(keyOf(view, "jobs"));

export const seenJob = (view: View, jobId: string, freshness: Freshness): Promise<Seen<SeenDetails>> =>
  memory.job.read(keyOf(view, jobId), freshness, () => door(view).job(jobId));

export const seenCheckpoints = (
  view: View,
  jobId: string,
  freshness: Freshness,
): Promise<Seen<SeenCheckpoints | "off">> =>
  memory.checkpoints.read(keyOf(view, jobId), freshness, () => unlessOff(door(view).checkpoints(jobId)));

export const seenCheckpointConfiguration = (
  view: View,
  jobId: string,
  freshness: Freshness,
): Promise<Seen<Answer<"checkpointConfiguration"> | "off">> =>
  memory.checkpointConfiguration.read(keyOf(view, jobId), freshness, () =>
    unlessOff(door(view).checkpointConfiguration(jobId)),
  );

/** Flink answers 404 for the checkpoints of a job that makes none. */
async function unlessOff<Value>(asked: Promise<Value>): Promise<Value | "off"> {
  try {
    return await asked;
  } catch (error) {
    if (isFailure(error, "not-found")) return "off";
    throw error;
  }
}

export const seenRestarts = (view: View, jobId: string, freshness: Freshness): Promise<Seen<number | undefined>> =>
  memory.restarts.read(keyOf(view, jobId), freshness, async () => {
    const [restarts] = await door(view).jobMetrics(jobId, ["numRestarts"]);
    return restarts === undefined ? undefined : Number(restarts.value);
  });

const rates = [
  "numRecordsInPerSecond",
  "numRecordsOutPerSecond",
  "busyTimeMsPerSecond",
  "backPressuredTimeMsPerSecond",
  "idleTimeMsPerSecond",
] as const;
export type Rate = (typeof rates)[number];

export const seenVertexMetrics = (
  view: View,
  [jobId, vertexId]: readonly [string, string],
  freshness: Freshness,
): Promise<Seen<VertexMetric[]>> =>
  memory.vertexMetrics.read(keyOf(view, jobId, vertexId), freshness, () =>
    door(view).vertexMetrics(jobId, vertexId, rates),
  );

/** A job's id and a vertex'. */
type VertexOfJob = readonly [jobId: string, vertexId: string];

export const seenVertex = (view: View, of: VertexOfJob, freshness: Freshness): Promise<Seen<Answer<"vertex">>> =>
  memory.vertex.read(keyOf(view, ...of), freshness, () => door(view).vertex(...of));

export const seenBackPressure = (
  view: View,
  of: VertexOfJob,
  freshness: Freshness,
): Promise<Seen<Answer<"backPressure">>> =>
  memory.backPressure.read(keyOf(view, ...of), freshness, () => door(view).backPressure(...of));

export const seenWatermarks = (
  view: View,
  of: VertexOfJob,
  freshness: Freshness,
): Promise<Seen<Answer<"watermarks">>> =>
  memory.watermarks.read(keyOf(view, ...of), freshness, () => door(view).watermarks(...of));

const maxExceptions = 20;
export const seenExceptions = (view: View, jobId: string, freshness: Freshness): Promise<Seen<Answer<"exceptions">>> =>
  memory.exceptions.read(keyOf(view, jobId), freshness, () => door(view).exceptions(jobId, maxExceptions));

export const seenFailureCause = (view: View, jobId: string, freshness: Freshness): Promise<Seen<string | undefined>> =>
  memory.failureCause.read(keyOf(view, jobId), freshness, () => door(view).failureCause(jobId));

export const seenTaskManagers = (view: View, freshness: Freshness): Promise<Seen<Answer<"taskManagers">>> =>
  memory.taskManagers.read(keyOf(view, "task-managers"), freshness, () => door(view).taskManagers());

export const seenTaskManager = (view: View, id: string, freshness: Freshness): Promise<Seen<Answer<"taskManager">>> =>
  memory.taskManager.read(keyOf(view, id), freshness, () => door(view).taskManager(id));
