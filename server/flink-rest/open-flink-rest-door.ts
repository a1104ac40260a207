import { clusterOverview, jobManagerConfiguration, taskManagerDetails, taskManagerList } from "./answers/cluster.ts";
import { metricValues } from "./answers/vertices.ts";
import { type FlinkCluster, FlinkRequests, type ServiceProxy } from "./flink-requests.ts";
import type { FlinkRestDoor } from "./flink-rest-door.ts";
import { jarMethods } from "./jar-methods.ts";
import { jobChanges } from "./job-changes.ts";
import { jobReads, listOf } from "./job-reads.ts";

/**
 * Opens the door to one JobManager through its REST Service `<cluster-id>-rest`. Nothing is sent until a method is
 * called. With high availability any JobManager behind the Service answers on behalf of the leader.
 */
export function openFlinkRestDoor(proxy: ServiceProxy, cluster: FlinkCluster): FlinkRestDoor {
  const requests = new FlinkRequests(proxy, cluster);
  return {
    ...jobReads(requests),
    ...jobChanges(requests),
    ...jarMethods(requests),
    overview: (signal) =>
      requests.json({ method: "GET", path: "/overview", answer: clusterOverview, what: "the overview", signal }),
    taskManagers: (signal) =>
      requests.json({
        method: "GET",
        path: "/taskmanagers",
        answer: taskManagerList,
        what: "the TaskManagers",
        signal,
      }),
    taskManager: (id, signal) => {
      const path = `/taskmanagers/${encodeURIComponent(id)}`;
      return requests.json({ method: "GET", path, answer: taskManagerDetails, what: `TaskManager ${id}`, signal });
    },
    taskManagerMetrics: (id, names, signal) => {
      const path = `/taskmanagers/${encodeURIComponent(id)}/metrics?get=${listOf(names)}`;
      return requests.json({ method: "GET", path, answer: metricValues, what: `TaskManager ${id}`, signal });
    },
    jobManagerMetrics: (names, signal) => {
      const path = `/jobmanager/metrics?get=${listOf(names)}`;
      return requests.json({ method: "GET", path, answer: metricValues, what: "the JobManager's metrics", signal });
    },
    configuration: (signal) => {
      const path = "/jobmanager/config";
      return requests.json({ method: "GET", path, answer: jobManagerConfiguration, what: "the configuration", signal });
    },
    forward: (request, signal) => requests.raw(request, signal),
  };
}
