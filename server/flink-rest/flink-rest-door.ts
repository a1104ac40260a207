import type { CheckpointConfiguration, CheckpointStatistics } from "./answers/checkpoints.ts";
import type { ClusterOverview, TaskManagerDetails, TaskManagerOverview } from "./answers/cluster.ts";
import type { ExceptionHistory } from "./answers/exceptions.ts";
import type { Jar } from "./answers/jars.ts";
import type { JobConfiguration, JobDetails, JobPlan } from "./answers/job-details.ts";
import type { JobOverview } from "./answers/jobs.ts";
import type { OperationStatus, VertexParallelism } from "./answers/savepoints.ts";
import type {
  AggregatedMetric,
  FlameGraph,
  MetricValue,
  SubtaskPressure,
  SubtaskWatermark,
  VertexDetails,
} from "./answers/vertices.ts";
import type { FlinkAnswer, FlinkRequest } from "./flink-requests.ts";

/**
 * All that the console asks of one JobManager. Answers are parsed (zod), so that a surprising JobManager is a failure
 * `flink-rejected` at this edge and not a surprise further in. Throws `flink-unreachable`, `flink-rejected`, `not-found`,
 * `not-permitted` (the API server refuses the way), `kubernetes-unreachable`, `too-large`, `timed-out`.
 *
 * Every method takes a signal; aborting it rejects with the signal's reason.
 */
export interface FlinkRestDoor extends JobReads, JobChanges, JarMethods {
  overview(signal?: AbortSignal): Promise<ClusterOverview>;
  taskManagers(signal?: AbortSignal): Promise<TaskManagerOverview[]>;
  taskManager(id: string, signal?: AbortSignal): Promise<TaskManagerDetails>;
  /** Values of one TaskManager's metrics, such as `Status.JVM.Memory.Heap.Used`. Unknown names are left out. */
  taskManagerMetrics(id: string, names: readonly string[], signal?: AbortSignal): Promise<MetricValue[]>;
  /** Values of the JobManager's own metrics. Unknown names are left out. */
  jobManagerMetrics(names: readonly string[], signal?: AbortSignal): Promise<MetricValue[]>;
  /** The JobManager's effective configuration. Flink masks what it takes for a secret. */
  configuration(signal?: AbortSignal): Promise<Record<string, string>>;
  /** A request passed on as it is, for the proxy. The answer's status is whatever the JobManager said. */
  forward(request: FlinkRequest, signal: AbortSignal): Promise<FlinkAnswer>;
}

/** One job. `not-found` when this JobManager does not know it, or does not know the part that is asked for. */
interface JobReads {
  jobs(signal?: AbortSignal): Promise<JobOverview[]>;
  job(jobId: string, signal?: AbortSignal): Promise<JobDetails>;
  jobConfiguration(jobId: string, signal?: AbortSignal): Promise<JobConfiguration>;
  /** `not-found` also where the job has no checkpointing. */
  checkpoints(jobId: string, signal?: AbortSignal): Promise<CheckpointStatistics>;
  checkpointConfiguration(jobId: string, signal?: AbortSignal): Promise<CheckpointConfiguration>;
  exceptions(jobId: string, limit: number, signal?: AbortSignal): Promise<ExceptionHistory>;
  /** The stack of what ended a job; undefined where it runs or ended well. */
  failureCause(jobId: string, signal?: AbortSignal): Promise<string | undefined>;
  jobMetrics(jobId: string, names: readonly string[], signal?: AbortSignal): Promise<MetricValue[]>;
  vertex(jobId: string, vertexId: string, signal?: AbortSignal): Promise<VertexDetails>;
  backPressure(jobId: string, vertexId: string, signal?: AbortSignal): Promise<SubtaskPressure[]>;
  watermarks(jobId: string, vertexId: string, signal?: AbortSignal): Promise<SubtaskWatermark[]>;
  /** Names of the metrics that at least one subtask of the vertex has. */
  metricNames(jobId: string, vertexId: string, signal?: AbortSignal): Promise<string[]>;
  /** Aggregates over all subtasks of the vertex. */
  vertexMetrics(
    jobId: string,
    vertexId: string,
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<AggregatedMetric[]>;
  flameGraph(
    jobId: string,
    vertexId: string,
    type: "full" | "on_cpu" | "off_cpu",
    signal?: AbortSignal,
  ): Promise<FlameGraph>;
  /** `flink-rejected` unless the scheduler is adaptive. */
  parallelism(jobId: string, signal?: AbortSignal): Promise<VertexParallelism[]>;
}

export interface SavepointRequest {
  /** Undefined means what the cluster has configured. */
  readonly directory?: string | undefined;
  readonly format: "CANONICAL" | "NATIVE";
  /** 32 hexadecimal digits chosen by us. Asking again with the same one starts nothing new. */
  readonly triggerId: string;
}

/** Changes are never repeated by themselves. Those that take time answer when Flink has taken the request. */
interface JobChanges {
  cancelJob(jobId: string, signal?: AbortSignal): Promise<void>;
  triggerSavepoint(jobId: string, request: SavepointRequest, signal?: AbortSignal): Promise<void>;
  stopWithSavepoint(jobId: string, request: SavepointRequest & { drain: boolean }, signal?: AbortSignal): Promise<void>;
  /** Of `triggerSavepoint` and `stopWithSavepoint`. `not-found` when this JobManager has no such trigger. */
  savepointStatus(jobId: string, triggerId: string, signal?: AbortSignal): Promise<OperationStatus>;
  /** Answers the trigger's id. */
  disposeSavepoint(path: string, signal?: AbortSignal): Promise<string>;
  disposalStatus(triggerId: string, signal?: AbortSignal): Promise<OperationStatus>;
  changeParallelism(jobId: string, vertices: readonly VertexParallelism[], signal?: AbortSignal): Promise<void>;
}

export interface ProgramRequest {
  readonly entryClass?: string | undefined;
  readonly programArguments?: readonly string[] | undefined;
  readonly parallelism?: number | undefined;
}

export interface RunRequest extends ProgramRequest {
  /** 32 hexadecimal digits chosen by us, so that a job whose answer was lost can be found. */
  readonly jobId?: string | undefined;
  readonly savepointPath?: string | undefined;
  readonly claimMode?: "NO_CLAIM" | "CLAIM" | undefined;
  readonly allowNonRestoredState?: boolean | undefined;
  readonly flinkConfiguration?: Readonly<Record<string, string>> | undefined;
}

/** Jars in this JobManager's upload folder. */
interface JarMethods {
  jars(signal?: AbortSignal): Promise<Jar[]>;
  /** Streams the jar as multipart; nothing is held in memory. Answers the jar's id. */
  uploadJar(name: string, bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<{ id: string }>;
  deleteJar(jarId: string, signal?: AbortSignal): Promise<void>;
  planJar(jarId: string, request: ProgramRequest, signal?: AbortSignal): Promise<JobPlan>;
  /** Runs the program's `main` in the JobManager; what it throws is `flink-rejected` with its root cause. */
  runJar(jarId: string, request: RunRequest, signal?: AbortSignal): Promise<{ jobId: string }>;
}
