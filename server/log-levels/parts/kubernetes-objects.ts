import type { Kinds } from "../../kubernetes/kubernetes-door.ts";

export type Pod = Kinds["Pod"];
export type ConfigMap = Kinds["ConfigMap"];
export type Deployment = Kinds["Deployment"];

/** Flink's container in every pod that Flink makes. */
export const mainContainer = "flink-main-container";

/** The label that Flink's native client puts on all of a cluster's objects. */
export const nativeSelector = "type=flink-native-kubernetes";

export const clusterSelector = (clusterId: string) => `app=${clusterId},${nativeSelector}`;

export const configMapName = (clusterId: string) => `flink-config-${clusterId}`;

export function componentOf(pod: Pod): "jobmanager" | "taskmanager" | "unknown" {
  const component = pod.metadata?.labels?.["component"];
  return component === "jobmanager" || component === "taskmanager" ? component : "unknown";
}

/** Pods whose container runs, JobManagers first, then by name. */
export function runningPods(pods: readonly Pod[]): Pod[] {
  const rank = (pod: Pod) => `${componentOf(pod) === "jobmanager" ? 0 : 1}${pod.metadata?.name ?? ""}`;
  return pods
    .filter((pod) => pod.status?.phase === "Running" && pod.metadata?.deletionTimestamp === undefined)
    .toSorted((one, other) => rank(one).localeCompare(rank(other), "en", { numeric: true }));
}
