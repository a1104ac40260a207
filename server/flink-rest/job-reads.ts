import type { z } from "zod";
import { checkpointConfiguration, checkpointStatistics } from "./answers/checkpoints.ts";
import { exceptionHistory, failureCause } from "./answers/exceptions.ts";
import { jobConfiguration, jobDetails } from "./answers/job-details.ts";
import { jobsOverview } from "./answers/jobs.ts";
import { resourceRequirements } from "./answers/savepoints.ts";
import {
  aggregatedMetrics,
  flameGraph,
  metricNames,
  metricValues,
  vertexBackPressure,
  vertexDetails,
  watermarks,
} from "./answers/vertices.ts";
import type { FlinkRequests } from "./flink-requests.ts";
import type { FlinkRestDoor } from "./flink-rest-door.ts";

type JobReads = Pick<
  FlinkRestDoor,
  | "jobs"
  | "job"
  | "jobConfiguration"
  | "checkpoints"
  | "checkpointConfiguration"
  | "exceptions"
  | "failureCause"
  | "jobMetrics"
  | "vertex"
  | "backPressure"
  | "watermarks"
  | "metricNames"
  | "vertexMetrics"
  | "flameGraph"
  | "parallelism"
>;

export const jobPath = (jobId: string): string => `/jobs/${encodeURIComponent(jobId)}`;
const vertexPath = (jobId: string, vertexId: string): string =>
  `${jobPath(jobId)}/vertices/${encodeURIComponent(vertexId)}`;
export const listOf = (names: readonly string[]): string => names.map(encodeURIComponent).join(",");

/** What can be read of the jobs of one JobManager. */
export function jobReads(requests: FlinkRequests): JobReads {
  const get = <Answer extends z.ZodType>(path: string, answer: Answer, what: string, signal?: AbortSignal) =>
    requests.json({ method: "GET", path, answer, what, signal });
  const ofJob = <Answer extends z.ZodType>(jobId: string, part: string, answer: Answer, signal?: AbortSignal) =>
    get(`${jobPath(jobId)}${part}`, answer, `job ${jobId}`, signal);
  const ofVertex = <Answer extends z.ZodType>(
    [jobId, vertexId]: readonly [string, string],
    part: string,
    answer: Answer,
    signal?: AbortSignal,
  ) => get(`${vertexPath(jobId, vertexId)}${part}`, answer, `vertex ${vertexId} of job ${jobId}`, signal);

  return {
    jobs: (signal) => get("/jobs/overview", jobsOverview, "the jobs", signal),
    job: (jobId, signal) => ofJob(jobId, "", jobDetails, signal),
    jobConfiguration: (jobId, signal) => ofJob(jobId, "/config", jobConfiguration, signal),
    checkpoints: (jobId, signal) => ofJob(jobId, "/checkpoints", checkpointStatistics, signal),
    checkpointConfiguration: (jobId, signal) => ofJob(jobId, "/checkpoints/config", checkpointConfiguration, signal),
    exceptions: (jobId, limit, signal) => ofJob(jobId, `/exceptions?maxExceptions=${limit}`, exceptionHistory, signal),
    failureCause: (jobId, signal) => ofJob(jobId, "/execution-result", failureCause, signal),
    jobMetrics: (jobId, names, signal) => ofJob(jobId, `/metrics?get=${listOf(names)}`, metricValues, signal),
    vertex: (jobId, vertexId, signal) => ofVertex([jobId, vertexId], "", vertexDetails, signal),
    backPressure: (jobId, vertexId, signal) => ofVertex([jobId, vertexId], "/backpressure", vertexBackPressure, signal),
    watermarks: (jobId, vertexId, signal) => ofVertex([jobId, vertexId], "/watermarks", watermarks, signal),
    metricNames: (jobId, vertexId, signal) => ofVertex([jobId, vertexId], "/subtasks/metrics", metricNames, signal),
    vertexMetrics: (jobId, vertexId, names, signal) =>
      ofVertex(
        [jobId, vertexId],
        `/subtasks/metrics?get=${listOf(names)}&agg=min,max,avg,sum`,
        aggregatedMetrics,
        signal,
      ),
    flameGraph: (jobId, vertexId, type, signal) =>
      ofVertex([jobId, vertexId], `/flamegraph?type=${type}`, flameGraph, signal),
    parallelism: (jobId, signal) => ofJob(jobId, "/resource-requirements", resourceRequirements, signal),
  };
}
