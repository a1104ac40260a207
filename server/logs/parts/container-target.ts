import type { Caller } from "../../caller.ts";

export type KubernetesDoor = ReturnType<Caller["kubernetes"]>;
export type Pod = Awaited<ReturnType<typeof readPod>>;

/** A container of a pod, as it stood when it was looked at. */
export interface ContainerTarget {
  readonly pod: string;
  readonly uid: string;
  readonly container: string;
  readonly restarts: number;
  /** `waiting` has printed nothing yet in this run; `ended` prints nothing more. */
  readonly state: "waiting" | "running" | "ended";
  readonly startedAt: string | undefined;
  /** When its former run began. */
  readonly previousStartedAt: string | undefined;
}

/** All native Flink clusters, whoever created them; one selector, so that all subjects share one watch. */
export const flinkSelector = "type=flink-native-kubernetes";

export function readPod(door: KubernetesDoor, namespace: string, name: string) {
  return door.read("Pod", namespace, name);
}

/** The pods of one cluster among all that are watched. */
export function podsOfCluster(pods: readonly Pod[], namespace: string, clusterId: string): Pod[] {
  return pods.filter(({ metadata }) => metadata?.namespace === namespace && metadata.labels?.["app"] === clusterId);
}

/** The containers of a pod by a name, or all of them by `*`. A pod that is not on a node yet has none. */
export function targetsOf(pod: Pod, container: string): ContainerTarget[] {
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  return statuses.flatMap((status) => {
    if (container !== "*" && status.name !== container) return [];
    const running = status.state?.running;
    const ended = status.state?.terminated;
    return {
      pod: pod.metadata?.name ?? "",
      uid: pod.metadata?.uid ?? "",
      container: status.name,
      restarts: status.restartCount,
      // Between two runs, the kubelet gives the log of the one before.
      state: stateOf(running !== undefined || status.restartCount > 0, ended !== undefined),
      startedAt: running?.startedAt ?? ended?.startedAt ?? undefined,
      previousStartedAt: status.lastState?.terminated?.startedAt ?? undefined,
    };
  });
}

function stateOf(prints: boolean, hasEnded: boolean): ContainerTarget["state"] {
  return hasEnded ? "ended" : prints ? "running" : "waiting";
}

export function roleOf(pod: Pod): "jobmanager" | "taskmanager" | "other" {
  const component = pod.metadata?.labels?.["component"];
  return component === "jobmanager" || component === "taskmanager" ? component : "other";
}
