import { describe, expect, it } from "vitest";
import { type ClusterObjects, groupByCluster } from "./cluster-objects.ts";
import { sampleConfigMap, sampleDeployment, samplePod } from "./sample-objects.ts";
import { summarizeCluster } from "./summarize-cluster.ts";

const cluster = (more: Partial<ClusterObjects> = {}): ClusterObjects => ({
  namespace: "shop",
  clusterId: "orders",
  deployment: sampleDeployment(),
  pods: [samplePod(), samplePod({ component: "taskmanager" })],
  services: [],
  configMaps: [],
  ...more,
});
const summary = (objects: ClusterObjects) => summarizeCluster("c", objects, { rest: { kind: "unknown" }, now: 0 });

const withContainer = (more: { image?: string; args?: string[] }) =>
  sampleDeployment({
    spec: {
      selector: {},
      template: {
        spec: {
          containers: [
            { name: "sidecar", image: "envoy:1.2.3" },
            { name: "flink-main-container", ...more },
          ],
        },
      },
    },
  });

describe("a summary", () => {
  it("counts pods and adds up what they request", () => {
    expect(summary(cluster())).toMatchObject({
      uid: "u1",
      pods: { jobManagers: 1, taskManagers: 1, ready: 2 },
      requested: { cpu: 1, memory: 8 * 2 ** 30 },
    });
  });

  it("has no numbers that REST has not told, rather than zeros", () => {
    expect(summary(cluster())).not.toHaveProperty("slots");
    expect(summary(cluster())).not.toHaveProperty("jobs");
  });

  it.each([
    ["flink:2.3.0", "2.3.0"],
    ["registry:5000/team/flink:1.20.5-scala_2.12-java17", "1.20.5"],
    ["flink-jobs:v2.1", "2.1"],
    ["flink-jobs:latest", undefined],
    ["flink-jobs:20260504.1", undefined],
    ["flink@sha256:1234", undefined],
  ])("takes the version from the tag of %s where nothing better is known", (image, version) => {
    expect(summary(cluster({ deployment: withContainer({ image }) })).flinkVersion).toBe(version);
  });

  it("knows an application by Flink's entrypoint, else by its configuration", () => {
    const application = withContainer({ args: ["bash", "-c", "kubernetes-jobmanager.sh kubernetes-application "] });
    expect(summary(cluster({ deployment: application })).mode).toBe("application");
    const text = "a: org.apache.flink.kubernetes.entrypoint.KubernetesApplicationClusterEntrypoint";
    const configMaps = [sampleConfigMap("flink-config-orders", { owned: true, data: { "config.yaml": text } })];
    expect(summary(cluster({ deployment: withContainer({}), configMaps })).mode).toBe("application");
    expect(summary(cluster({ deployment: withContainer({}) })).mode).toBe("session");
  });

  it("marks what the Flink operator manages, by owner or by annotation", () => {
    const owner = { apiVersion: "flink.apache.org/v1beta1", kind: "FlinkDeployment", name: "orders-fd", uid: "f" };
    const owned = sampleDeployment({ metadata: { ...sampleDeployment().metadata, ownerReferences: [owner] } });
    expect(summary(cluster({ deployment: owned })).managedBy).toEqual({ kind: "FlinkDeployment", name: "orders-fd" });
    const annotations = { "flinkdeployment.flink.apache.org/generation": "3" };
    const annotated = sampleDeployment({ metadata: { ...sampleDeployment().metadata, annotations } });
    expect(summary(cluster({ deployment: annotated })).managedBy).toEqual({ kind: "FlinkDeployment", name: "orders" });
    expect(summary(cluster())).not.toHaveProperty("managedBy");
  });

  it("knows high availability by its ConfigMaps, which have no owner", () => {
    const configMaps = [sampleConfigMap("orders-cluster-config-map", { owned: false })];
    expect(summary(cluster({ configMaps })).highAvailability).toBe(true);
    expect(
      summary(cluster({ configMaps: [sampleConfigMap("flink-config-orders", { owned: true })] })).highAvailability,
    ).toBe(false);
  });
});

describe("groupByCluster", () => {
  it("brings together what belongs to a cluster, also where only leftovers are there", () => {
    const pod = samplePod();
    const stray = sampleConfigMap("gone-cluster-config-map", { owned: false });
    const leftover = {
      ...stray,
      metadata: { ...stray.metadata, labels: { app: "gone", type: "flink-native-kubernetes" } },
    };
    const groups = groupByCluster({
      deployments: [sampleDeployment()],
      pods: [pod],
      services: [],
      configMaps: [leftover],
    });
    expect(groups.map(({ clusterId, deployment, pods }) => [clusterId, deployment !== undefined, pods.length])).toEqual(
      [
        ["gone", false, 0],
        ["orders", true, 1],
      ],
    );
  });

  it("takes no other Deployment for the cluster's, whatever label it bears", () => {
    const namesake = sampleDeployment({ metadata: { ...sampleDeployment().metadata, name: "proxy" } });
    const [group] = groupByCluster({ deployments: [namesake], pods: [], services: [], configMaps: [] });
    expect(group?.deployment).toBeUndefined();
  });
});
