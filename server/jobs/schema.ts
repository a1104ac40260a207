import { z } from "zod";
import { clusterAddress, clusterPath } from "../clusters/schema.ts";
import { operation } from "../operation.schema.ts";

/** Flink's ids of jobs and vertices. */
export const flinkId = z.string().regex(/^[0-9a-f]{32}$/, "is not one of Flink's ids: 32 hexadecimal digits");
export const jobAddress = clusterAddress.extend({ jobId: flinkId });
export const jobPath = `${clusterPath}/jobs/{jobId}`;

/** Shares of the last seconds, 0 to 1. */
export const pressure = z.object({ backPressured: z.number(), busy: z.number(), idle: z.number() });
export type Pressure = z.output<typeof pressure>;

/** A job as the lists show it. Times are milliseconds since 1970, sizes bytes. */
export const job = clusterAddress.extend({
  jobId: z.string(),
  name: z.string(),
  /** Flink's own word: INITIALIZING, CREATED, RUNNING, RESTARTING, FAILING, FAILED, CANCELLING, CANCELED, FINISHED, … */
  state: z.string(),
  startTime: z.number(),
  endTime: z.number().optional(),
  tasksTotal: z.number(),
  tasksRunning: z.number(),
  /** The largest of its vertices. This and what follows is seen a little later than the job itself. */
  parallelism: z.number().optional(),
  restarts: z.number().optional(),
  /** What its sources emit, records per second. */
  recordsPerSecond: z.number().optional(),
  /** Of the vertex that suffers most. */
  pressure: pressure.optional(),
  checkpoint: z
    .object({
      /** End of the last completed one; absent when there is none. */
      completedAt: z.number().optional(),
      durationMs: z.number().optional(),
      stateSize: z.number().optional(),
      /** True when the newest try failed. */
      failed: z.boolean(),
    })
    .optional(),
  /** The newest root cause in one line, of a job that failed or is being put back. The program's own words. */
  failure: z.string().optional(),
  /** Set when a cancel was asked for here and Flink has not ended the job yet. */
  cancelAskedAt: z.number().optional(),
});
export type Job = z.output<typeof job>;

/** What is known of one cluster's jobs. */
export const jobsOfCluster = clusterAddress.extend({
  /**
   * `answered`: the JobManager did, at `at`. `waiting`: no answer yet. `not-ready`: no JobManager is up.
   * `unreachable`: it does not answer; what was seen last is shown with its age.
   */
  state: z.enum(["answered", "waiting", "not-ready", "unreachable"]),
  at: z.number().optional(),
  detail: z.string().optional(),
});
export type JobsOfCluster = z.output<typeof jobsOfCluster>;

export const jobList = z.object({
  jobs: z.array(job),
  clusters: z.array(jobsOfCluster),
  /** Contexts whose clusters are not, or no longer, known. */
  contexts: z.array(
    z.object({
      context: z.string(),
      state: z.enum(["waiting", "unreachable", "refused"]),
      since: z.number().optional(),
    }),
  ),
  /** True when there were more jobs than are answered. */
  cut: z.boolean(),
});
export type JobList = z.output<typeof jobList>;

export const listJobsOperation = operation({
  id: "listJobs",
  method: "GET",
  path: "/jobs",
  summary: "Jobs of all clusters, running and ended, from what was seen last",
  query: z.object({ context: z.string().optional(), namespace: clusterAddress.shape.namespace.optional() }),
  answer: jobList,
});

export const listClusterJobsOperation = operation({
  id: "listClusterJobs",
  method: "GET",
  path: `${clusterPath}/jobs`,
  summary: "Jobs of one cluster, running and ended",
  params: clusterAddress,
  answer: z.object({ jobs: z.array(job), cluster: jobsOfCluster, cut: z.boolean() }),
});

export const taskManager = z.object({
  /** Also the pod's name. */
  id: z.string(),
  slotsTotal: z.number(),
  slotsFree: z.number(),
  lastHeartbeat: z.number(),
  cpuCores: z.number(),
  managedMemory: z.number(),
  heapUsed: z.number().optional(),
  heapMax: z.number().optional(),
  /** One entry for each slot in use; absent where it was not looked up. */
  slots: z.array(z.object({ jobId: z.string() })).optional(),
});
export type TaskManager = z.output<typeof taskManager>;

export const listTaskManagersOperation = operation({
  id: "listTaskManagers",
  method: "GET",
  path: `${clusterPath}/task-managers`,
  summary: "TaskManagers that have registered, with what lies in their slots",
  params: clusterAddress,
  answer: z.object({ taskManagers: z.array(taskManager), at: z.number(), cut: z.boolean() }),
});

export const cancelJobOperation = operation({
  id: "cancelJob",
  method: "POST",
  path: `${jobPath}/cancel`,
  summary: "Cancel a job without a savepoint; answers when Flink has taken it, before the job has ended",
  params: jobAddress,
  answer: z.object({ jobId: z.string(), name: z.string() }),
  status: 202,
});
