import { z } from "zod";
import { operationStatus, triggered } from "./answers/savepoints.ts";
import type { FlinkRequests } from "./flink-requests.ts";
import type { FlinkRestDoor } from "./flink-rest-door.ts";
import { jobPath } from "./job-reads.ts";

type JobChanges = Pick<
  FlinkRestDoor,
  | "cancelJob"
  | "triggerSavepoint"
  | "stopWithSavepoint"
  | "savepointStatus"
  | "disposeSavepoint"
  | "disposalStatus"
  | "changeParallelism"
>;

/** What can be changed about the jobs of one JobManager. */
export function jobChanges(requests: FlinkRequests): JobChanges {
  const send = <Answer extends z.ZodType>(
    method: "POST" | "PATCH" | "PUT",
    [path, what]: readonly [string, string],
    body: object,
    answer: Answer,
    signal?: AbortSignal,
  ) => requests.json({ method, path, headers: json, body: JSON.stringify(body), answer, what, signal });
  const status = (path: string, what: string, signal?: AbortSignal) =>
    requests.json({ method: "GET", path, answer: operationStatus, what, signal });

  return {
    cancelJob: async (jobId, signal) => {
      await send("PATCH", [`${jobPath(jobId)}?mode=cancel`, `job ${jobId}`], {}, z.unknown(), signal);
    },
    triggerSavepoint: async (jobId, { directory, format, triggerId }, signal) => {
      // Flink spells the directory differently in these two requests.
      const body = { "target-directory": directory, "cancel-job": false, formatType: format, triggerId };
      await send("POST", [`${jobPath(jobId)}/savepoints`, `job ${jobId}`], body, triggered, signal);
    },
    stopWithSavepoint: async (jobId, { directory, format, triggerId, drain }, signal) => {
      const body = { targetDirectory: directory, drain, formatType: format, triggerId };
      await send("POST", [`${jobPath(jobId)}/stop`, `job ${jobId}`], body, triggered, signal);
    },
    savepointStatus: (jobId, triggerId, signal) =>
      status(`${jobPath(jobId)}/savepoints/${encodeURIComponent(triggerId)}`, `savepoint of job ${jobId}`, signal),
    disposeSavepoint: (path, signal) =>
      send("POST", ["/savepoint-disposal", "the savepoint"], { "savepoint-path": path }, triggered, signal),
    disposalStatus: (triggerId, signal) =>
      status(`/savepoint-disposal/${encodeURIComponent(triggerId)}`, "the disposal", signal),
    changeParallelism: async (jobId, vertices, signal) => {
      const body = Object.fromEntries(
        vertices.map(({ vertexId, lowerBound, upperBound }) => [vertexId, { parallelism: { lowerBound, upperBound } }]),
      );
      await send("PUT", [`${jobPath(jobId)}/resource-requirements`, `job ${jobId}`], body, z.unknown(), signal);
    },
  };
}

export const json = { "content-type": "application/json" };
