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

/** A job that Flink has taken and not begun for longer has found no slots. */
const startsWithinMs = 3_000;

function reasonOf(job: Job, cluster: JobsOfCluster | undefined, now: number): string {
  if (cluster?.state === "unreachable") return `was ${stateWord(job).toLowerCase()}; its JobManager does not answer`;
  if (hasEnded(job.state)) return endingOf(job);
  if (job.cancelAskedAt !== undefined) return `cancel asked for ${durationText(now - job.cancelAskedAt)} ago`;
  if (job.state === "CREATED" && now - job.startTime > startsWithinMs) return "waits for slots";
  return troublesOf(job).join(", ");
}

function endingOf({ state, failure, startTime, endTime }: Job): string {
  if (state === "FAILED" && failure !== undefined) return failure;
  return endTime === undefined ? "" : `ran ${tookText(endTime - startTime)}`;
}

function troublesOf({ state, failure, tasksRunning, tasksTotal, checkpoint, pressure }: Job): string[] {
  const backPressured = pressure?.backPressured ?? 0;
  const troubles = [
    failure,
    state === "RUNNING" && tasksRunning < tasksTotal && `${tasksRunning} of ${tasksTotal} tasks run`,
    checkpoint?.failed && "last checkpoint failed",
    backPressured >= 0.5 && `back-pressured ${percent(backPressured)}`,
  ];
  return troubles.filter((one) => typeof one === "string");
}
