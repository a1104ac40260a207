import { z } from "zod";
import { clusterOverview, taskManagerList } from "./answers/cluster.ts";
import { jobsOverview } from "./answers/jobs.ts";
import { type FlinkCluster, FlinkRequests, type ServiceProxy } from "./flink-requests.ts";
import type { FlinkRestDoor } from "./flink-rest-door.ts";

/**
 * Opens the door to one JobManager through its REST Service `<cluster-id>-rest`. Nothing is sent until a method is
 * called. With high availability any JobManager behind the Service answers on behalf of the leader.
 */
export function openFlinkRestDoor(proxy: ServiceProxy, cluster: FlinkCluster): FlinkRestDoor {
  const requests = new FlinkRequests(proxy, cluster);
  const job = (jobId: string) => `/jobs/${encodeURIComponent(jobId)}`;
  return {
    overview: (signal) =>
      requests.json({ method: "GET", path: "/overview", answer: clusterOverview, what: "the overview", signal }),
    jobs: (signal) =>
      requests.json({ method: "GET", path: "/jobs/overview", answer: jobsOverview, what: "the jobs", signal }),
    taskManagers: (signal) =>
      requests.json({
        method: "GET",
        path: "/taskmanagers",
        answer: taskManagerList,
        what: "the TaskManagers",
        signal,
      }),
    cancelJob: async (jobId, signal) => {
      const path = `${job(jobId)}?mode=cancel`;
      await requests.json({ method: "PATCH", path, answer: z.unknown(), what: `job ${jobId}`, signal });
    },
  };
}
