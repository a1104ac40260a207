import type { ConfigMap, Deployment, Pod, Service } from "./cluster-objects.ts";

type ContainerStatus = NonNullable<NonNullable<Pod["status"]>["containerStatuses"]>[number];

/** Kubernetes objects as tests need them: what is left out is as after a quiet start. */
export const startedAt = "2026-05-04T12:00:00Z";

/** What the REST of a session without TaskManagers says. */
export const sampleOverview = {
  flinkVersion: "2.3.0",
  taskManagers: 0,
  slotsTotal: 0,
  slotsAvailable: 0,
  jobsRunning: 0,
  jobsFinished: 0,
  jobsCancelled: 0,
  jobsFailed: 0,
};

const labels = (component: string) => ({ app: "orders", type: "flink-native-kubernetes", component });

export function sampleDeployment(more: Partial<Deployment> = {}): Deployment {
  const container = {
    name: "flink-main-container",
    image: "flink:2.3.0",
    args: ["bash", "-c", "kubernetes-jobmanager.sh kubernetes-session "],
  };
  return {
    metadata: {
      name: "orders",
      namespace: "shop",
      uid: "u1",
      creationTimestamp: startedAt,
      labels: labels("jobmanager"),
    },
    spec: {
      replicas: 1,
      selector: {},
      template: { spec: { containers: [container], serviceAccountName: "flink" } },
    },
    status: { replicas: 1, readyReplicas: 1 },
    ...more,
  };
}

export function sampleStatus(more: Partial<ContainerStatus> = {}): ContainerStatus {
  return {
    name: "flink-main-container",
    image: "flink:2.3.0",
    imageID: "",
    ready: true,
    restartCount: 0,
    state: { running: { startedAt } },
    ...more,
  };
}

interface PodMore {
  readonly component?: "jobmanager" | "taskmanager";
  readonly name?: string;
  readonly metadata?: Pod["metadata"];
  readonly status?: Pod["status"];
  readonly container?: Partial<ContainerStatus>;
}

export function samplePod({
  component = "jobmanager",
  name = component,
  metadata,
  status,
  container,
}: PodMore = {}): Pod {
  return {
    metadata: {
      name,
      namespace: "shop",
      uid: name,
      creationTimestamp: startedAt,
      labels: labels(component),
      ...metadata,
    },
    spec: {
      containers: [
        { name: "flink-main-container", image: "flink:2.3.0", resources: { requests: { cpu: "500m", memory: "4Gi" } } },
      ],
    },
    status: {
      phase: "Running",
      conditions: [{ type: "Ready", status: "True" }],
      containerStatuses: [sampleStatus(container)],
      ...status,
    },
  };
}

export function sampleConfigMap(name: string, more: { owned: boolean; data?: Record<string, string> }): ConfigMap {
  const owner = { apiVersion: "apps/v1", kind: "Deployment", name: "orders", uid: "u1" };
  return {
    metadata: {
      name,
      namespace: "shop",
      creationTimestamp: startedAt,
      labels: { app: "orders", type: "flink-native-kubernetes" },
      ownerReferences: more.owned ? [owner] : [],
    },
    data: more.data ?? {},
  };
}

export function sampleService(
  name: string,
  spec: NonNullable<Service["spec"]>,
  status: NonNullable<Service["status"]> = {},
): Service {
  return {
    metadata: { name, namespace: "shop", labels: { app: "orders", type: "flink-native-kubernetes" } },
    spec,
    status,
  };
}
