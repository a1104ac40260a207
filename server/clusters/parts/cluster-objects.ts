import type { Kinds, Watched } from "../../kubernetes/kubernetes-door.ts";

/** What Flink's native client puts on everything that it makes, whoever runs it. */
export const nativeSelector = "type=flink-native-kubernetes";

export type Deployment = Kinds["Deployment"];
export type Pod = Kinds["Pod"];
export type Service = Kinds["Service"];
export type ConfigMap = Kinds["ConfigMap"];

/** All that is seen of one cluster. Without a Deployment it is what a deleted one has left. */
export interface ClusterObjects {
  readonly namespace: string;
  readonly clusterId: string;
  readonly deployment?: Deployment | undefined;
  readonly pods: readonly Pod[];
  readonly services: readonly Service[];
  readonly configMaps: readonly ConfigMap[];
}

interface Labelled {
  readonly metadata?: { readonly name?: string; readonly namespace?: string; readonly labels?: Record<string, string> };
}

/** Which cluster an object belongs to: Flink's label `app`. Undefined for what is not labelled so. */
export function clusterOf(object: Labelled): { namespace: string; clusterId: string } | undefined {
  const clusterId = object.metadata?.labels?.["app"];
  const namespace = object.metadata?.namespace;
  return clusterId === undefined || namespace === undefined ? undefined : { namespace, clusterId };
}

interface WatchedKinds {
  readonly deployments: Watched<"Deployment">["items"];
  readonly pods: Watched<"Pod">["items"];
  readonly services: Watched<"Service">["items"];
  readonly configMaps: Watched<"ConfigMap">["items"];
}

/** Sorts what is watched by cluster, in the order of namespace and name. */
export function groupByCluster(watched: WatchedKinds): ClusterObjects[] {
  const deployments = byCluster(watched.deployments);
  const pods = byCluster(watched.pods);
  const services = byCluster(watched.services);
  const configMaps = byCluster(watched.configMaps);
  const keys = [...new Set([deployments, pods, services, configMaps].flatMap((map) => [...map.keys()]))].sort();
  return keys.map((key) => {
    const [namespace = "", clusterId = ""] = key.split("/");
    return {
      namespace,
      clusterId,
      // The Deployment is the one of the cluster's own name; a namesake label on another does not make it one.
      deployment: deployments.get(key)?.find(({ metadata }) => metadata?.name === clusterId),
      pods: pods.get(key) ?? [],
      services: services.get(key) ?? [],
      configMaps: configMaps.get(key) ?? [],
    };
  });
}

function byCluster<T extends Labelled>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const cluster = clusterOf(item);
    if (cluster === undefined) continue;
    const key = `${cluster.namespace}/${cluster.clusterId}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * ConfigMaps of high availability: Flink gives them no owner, so they survive the Deployment. Told from Flink's own
 * configuration by name and by the missing owner; the labels are the same.
 */
export function isHighAvailabilityMap({ metadata }: ConfigMap): boolean {
  return /-(cluster-)?config-map$/.test(metadata?.name ?? "") && (metadata?.ownerReferences ?? []).length === 0;
}

export function componentOf(pod: Pod): "jobmanager" | "taskmanager" | "unknown" {
  const component = pod.metadata?.labels?.["component"];
  return component === "jobmanager" || component === "taskmanager" ? component : "unknown";
}

export const timeOf = (text: string | undefined): number | undefined => {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
};
