import type { Job, JobList, JobsOfCluster } from "#server/jobs/schema.ts";
import { durationText, tookText } from "../../ui/quantities.tsx";
import { hasEnded, stateWord } from "../job-state.tsx";

/** One line of the list. */
export interface JobRow {
  readonly id: string;
  readonly job: Job;
  readonly word: string;
  /** What needs someone, the fact first; empty when all is well. */
  readonly reason: string;
  /** Set where its JobManager does not answer: what is shown was seen then. */
  readonly lastSeenAt: number | undefined;
}

export const idOf = (job: Job): string => [job.context, job.namespace, job.clusterId, job.jobId].join("/");
const clusterIdOf = (of: { context: string; namespace: string; clusterId: string }): string =>
  [of.context, of.namespace, of.clusterId].join("/");

/** The rows of a list, each with what is known of its cluster. */
export function jobRows({ jobs, clusters }: Pick<JobList, "jobs" | "clusters">, now: number): JobRow[] {
  const byCluster = new Map(clusters.map((cluster) => [clusterIdOf(cluster), cluster]));
  return jobs.map((job) => {
    const cluster = byCluster.get(clusterIdOf(job));
    const lastSeenAt = cluster?.state === "unreachable" ? cluster.at : undefined;
    return { id: idOf(job), job, word: stateWord(job), reason: reasonOf(job, cluster, now), lastSeenAt };
  });
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function reasonOf(job: Job, cluster: JobsOfCluster | undefined, now: number): string {
  if (cluster?.state === "unreachable") return `was ${stateWord(job).toLowerCase()}; its JobManager does not answer`;
  if (hasEnded(job.state)) return job.endTime === undefined ? "" : `ran ${tookText(job.endTime - job.startTime)}`;
  if (job.cancelAskedAt !== undefined) return `cancel asked for ${durationText(now - job.cancelAskedAt)} ago`;
  const reasons = [
    job.state === "RUNNING" &&
      job.tasksRunning < job.tasksTotal &&
      `${job.tasksRunning} of ${job.tasksTotal} tasks run`,
    job.checkpoint?.failed && "last checkpoint failed",
    (job.pressure?.backPressured ?? 0) >= 0.5 && `back-pressured ${percent(job.pressure?.backPressured ?? 0)}`,
  ];
  return reasons.filter((reason) => reason !== false && reason !== undefined).join(", ");
}
