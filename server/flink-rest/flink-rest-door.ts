/**
 * All that the console asks of one JobManager. Answers are parsed (zod), so that a surprising JobManager is a failure
 * `flink-rejected` at this edge and not a surprise further in. Throws `flink-unreachable`, `flink-rejected`, `not-found`,
 * `timed-out`.
 *
 * Grows with the jobs subject; this is what the first pages need.
 */
export interface FlinkRestDoor {
  overview(signal?: AbortSignal): Promise<ClusterOverview>;
  jobs(signal?: AbortSignal): Promise<JobOverview[]>;
  taskManagers(signal?: AbortSignal): Promise<TaskManagerOverview[]>;
  /** Asks Flink to cancel; answers when Flink has taken the request, not when the job has ended. */
  cancelJob(jobId: string, signal?: AbortSignal): Promise<void>;
}

/** `GET /overview` */
export interface ClusterOverview {
  readonly flinkVersion: string;
  readonly taskManagers: number;
  readonly slotsTotal: number;
  readonly slotsAvailable: number;
  readonly jobsRunning: number;
  readonly jobsFinished: number;
  readonly jobsCancelled: number;
  readonly jobsFailed: number;
}

/** One job of `GET /jobs/overview`. Times are milliseconds since 1970; `endTime` is absent while the job lives. */
export interface JobOverview {
  readonly id: string;
  readonly name: string;
  /** Flink's own word: RUNNING, RESTARTING, FINISHED, … */
  readonly state: string;
  readonly startTime: number;
  readonly endTime?: number | undefined;
  readonly durationMs: number;
  readonly tasksTotal: number;
  readonly tasksRunning: number;
}

/** One entry of `GET /taskmanagers`. Sizes are bytes. */
export interface TaskManagerOverview {
  /** Also the pod's name. */
  readonly id: string;
  readonly slotsTotal: number;
  readonly slotsFree: number;
  readonly lastHeartbeat: number;
  readonly heapUsed?: number | undefined;
  readonly heapMax?: number | undefined;
  readonly cpuCores: number;
  readonly managedMemory: number;
}
