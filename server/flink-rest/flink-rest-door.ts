import type { ClusterOverview, TaskManagerOverview } from "./answers/cluster.ts";
import type { JobOverview } from "./answers/jobs.ts";

/**
 * All that the console asks of one JobManager. Answers are parsed (zod), so that a surprising JobManager is a failure
 * `flink-rejected` at this edge and not a surprise further in. Throws `flink-unreachable`, `flink-rejected`, `not-found`,
 * `not-permitted` (the API server refuses the way), `kubernetes-unreachable`, `too-large`, `timed-out`.
 *
 * Every method takes a signal; aborting it rejects with the signal's reason.
 */
export interface FlinkRestDoor {
  overview(signal?: AbortSignal): Promise<ClusterOverview>;
  jobs(signal?: AbortSignal): Promise<JobOverview[]>;
  taskManagers(signal?: AbortSignal): Promise<TaskManagerOverview[]>;
  /** Asks Flink to cancel; answers when Flink has taken the request, not when the job has ended. */
  cancelJob(jobId: string, signal?: AbortSignal): Promise<void>;
}
