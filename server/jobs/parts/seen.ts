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

/** Everything that was asked of JobManagers lately, one memory for the process. */
const memory = processWide("jobs.seen", () => ({
  jobs: new AnswerCache<SeenJob[]>(2_000),
  job: new AnswerCache<SeenDetails>(10_000),
  checkpoints: new AnswerCache<SeenCheckpoints | undefined>(10_000),
  restarts: new AnswerCache<number | undefined>(10_000),
  vertexMetrics: new AnswerCache<VertexMetric[]>(50_000),
  taskManagers: new AnswerCache<Answer<"taskManagers">>(2_000),
  taskManager: new AnswerCache<Answer<"taskManager">>(20_000),
}));

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

export const seenJob = (view: View, jobId: string, freshness: Freshness): Promise<Seen<SeenDetails>> =>
  memory.job.read(keyOf(view, jobId), freshness, () => door(view).job(jobId));

/** The value is undefined for a job without checkpoints. */
export const seenCheckpoints = (
  view: View,
  jobId: string,
  freshness: Freshness,
): Promise<Seen<SeenCheckpoints | undefined>> =>
  memory.checkpoints.read(keyOf(view, jobId), freshness, async () => {
    try {
      return await door(view).checkpoints(jobId);
    } catch (error) {
      if (isFailure(error, "not-found")) return undefined;
      throw error;
    }
  });

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

export const seenTaskManagers = (view: View, freshness: Freshness): Promise<Seen<Answer<"taskManagers">>> =>
  memory.taskManagers.read(keyOf(view, "task-managers"), freshness, () => door(view).taskManagers());

export const seenTaskManager = (view: View, id: string, freshness: Freshness): Promise<Seen<Answer<"taskManager">>> =>
  memory.taskManager.read(keyOf(view, id), freshness, () => door(view).taskManager(id));
