import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConsoleError } from "../errors.ts";
import type { ClusterSpec } from "../flink/cluster-spec.ts";
import { cutProxy } from "../kubernetes/cut-proxy.ts";
import { type TestNamespace, testNamespace, until } from "../test-namespace.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { createCluster } from "./create-cluster.ts";
import { deleteCluster } from "./delete-cluster.ts";
import { dryRunCluster } from "./dry-run-cluster.ts";
import { getCluster } from "./get-cluster.ts";
import { getClusterConfiguration } from "./get-cluster-configuration.ts";
import { getDeletionProgress } from "./get-deletion-progress.ts";
import { listClusterEvents } from "./list-cluster-events.ts";
import { listClusters } from "./list-clusters.ts";

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await testNamespace();
});
afterAll(() => namespace[Symbol.asyncDispose]());

const small: ClusterSpec["configuration"] = {
  "kubernetes.container.image.ref": "flink:2.3.0",
  "kubernetes.jobmanager.cpu.amount": "0.2",
  "kubernetes.jobmanager.cpu.limit-factor": "10",
  "jobmanager.memory.process.size": "1000m",
};

const request = (clusterId: string, more: ClusterSpec["configuration"] = {}) => ({
  context: namespace.context,
  spec: clusterSpec.parse({
    mode: "session",
    flinkVersion: "2.3.0",
    configuration: {
      ...small,
      "kubernetes.cluster-id": clusterId,
      "kubernetes.namespace": namespace.name,
      ...more,
    },
  }),
});
const address = (clusterId: string) => ({ context: namespace.context, namespace: namespace.name, clusterId });

const failureOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ConsoleError ? error.failure : error;
};
const isLeft = async (clusterId: string) => !(await getDeletionProgress(address(clusterId), namespace.caller)).done;
const observed = async (clusterId: string) => (await getCluster(address(clusterId), namespace.caller)).summary.observed;

describe("a session", () => {
  it("is created, comes up, is looked at, and is deleted with nothing left behind", async () => {
    const { caller } = namespace;
    const created = await createCluster(request("first", { "s3.secret-key": "hush" }), caller);

    expect(await failureOf(createCluster(request("first"), caller))).toMatchObject({ kind: "already-exists" });
    await until("REST answers", async () => (await observed("first")).state === "running", 120_000);

    const { clusters, contexts } = await listClusters({ context: namespace.context }, caller);
    const listed = clusters.find((one) => one.namespace === namespace.name);
    expect(listed).toMatchObject({ clusterId: "first", uid: created.uid, flinkVersion: "2.3.0", mode: "session" });
    expect(contexts).toEqual([{ context: namespace.context, state: "live" }]);

    const configuration = await getClusterConfiguration(address("first"), caller);
    expect(configuration.effective["kubernetes.cluster-id"]).toBe("first");
    expect(configuration.submitted?.spec.configuration["jobmanager.memory.process.size"]).toBe("1000m");
    expect(JSON.stringify(configuration)).not.toContain("hush");

    const { events } = await listClusterEvents(address("first"), caller);
    expect(events.map(({ reason }) => reason)).toContain("Scheduled");

    const deletion = { ...address("first"), removeHighAvailability: "false" } as const;
    expect(await failureOf(deleteCluster(deletion, caller))).toMatchObject({ kind: "request-invalid" });
    const other = { ...deletion, uid: "00000000-0000-0000-0000-000000000000" };
    expect(await failureOf(deleteCluster(other, caller))).toMatchObject({ kind: "changed-meanwhile" });
    await deleteCluster({ ...deletion, uid: created.uid }, caller);
    await until("nothing is left", async () => !(await isLeft("first")), 120_000);
    expect(await failureOf(getCluster(address("first"), caller))).toMatchObject({ kind: "not-found" });
  });
});

describe("what can't be created", () => {
  it.each([
    ["a name of 46 characters", "a".repeat(46), {}, "kubernetes.cluster-id"],
    ["capitals", "First", {}, "kubernetes.cluster-id"],
    [
      "a memory of 12 parsecs",
      "unreadable",
      { "jobmanager.memory.process.size": "12 parsecs" },
      "jobmanager.memory.process.size",
    ],
    ["an unknown namespace", "nowhere", { "kubernetes.namespace": "no-such-namespace" }, "kubernetes.namespace"],
  ])("is refused at its field: %s", async (_, clusterId, more, field) => {
    const failure = await failureOf(createCluster(request(clusterId, more), namespace.caller));
    expect(failure).toMatchObject({ kind: "request-invalid", issues: [{ field }] });
    const { items } = await namespace.door.list("Deployment", namespace.name);
    expect(items.map(({ metadata }) => metadata?.name)).not.toContain(clusterId);
  });

  it("is refused to a person without the right, and leaves nothing", async () => {
    const { caller } = await namespace.as({ user: "nobody" });
    const failure = await failureOf(createCluster(request("forbidden"), caller));
    expect(failure).toMatchObject({ kind: "not-permitted", verb: "create", namespace: namespace.name });
    expect(await isLeft("forbidden")).toBe(false);
  });

  it("is taken back when the API server goes away in the middle", async () => {
    await using proxy = await cutProxy(await namespace.server(), { toServerMs: 150 });
    const { caller, door } = await namespace.as({ port: proxy.port });
    await door.version();
    const failure = failureOf(createCluster(request("interrupted"), caller));
    await until("the Deployment is there", () => isLeft("interrupted"));
    proxy.cut();
    setTimeout(() => proxy.mend(), 1_000);
    expect(await failure).toEqual({ kind: "kubernetes-unreachable", context: namespace.context });
    await until("nothing is left", async () => !(await isLeft("interrupted")));
  });

  it("is told object by object beforehand, and a missing service account as a warning", async () => {
    const answer = await dryRunCluster(request("tried", { "kubernetes.service-account": "ghost" }), namespace.caller);
    expect(answer.creatable).toBe(true);
    expect(answer.verdicts.map(({ kind }) => kind)).toEqual(["Deployment", "Service", "Service", "ConfigMap"]);
    expect(answer.warnings.map(({ code }) => code)).toContain("service-account-missing");
    expect(await isLeft("tried")).toBe(false);
  });
});

describe("a Deployment that is no native Flink cluster", () => {
  it("is never deleted, whatever its uid", async () => {
    const labels = { app: "foreign" };
    const { metadata } = await namespace.door.create("Deployment", namespace.name, {
      metadata: { name: "foreign", labels },
      spec: {
        replicas: 0,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: "c", image: "flink:2.3.0" }] } },
      },
    });
    const deletion = { ...address("foreign"), uid: metadata?.uid, removeHighAvailability: "true" } as const;
    expect(await failureOf(deleteCluster(deletion, namespace.caller))).toMatchObject({ kind: "not-found" });
    expect((await namespace.door.read("Deployment", namespace.name, "foreign")).metadata?.uid).toBe(metadata?.uid);
  });
});

describe("a cluster that does not come up, as real Kubernetes tells it", () => {
  it.each([
    ["an image that is nowhere", { "kubernetes.container.image.ref": "nowhere.invalid/flink:9" }, "image-not-found"],
    ["more memory than any node has", { "jobmanager.memory.process.size": "900g" }, "unschedulable"],
    ["a service account that is missing", { "kubernetes.service-account": "ghost" }, "service-account-missing"],
  ])("says why: %s", async (_, more, code) => {
    const clusterId = `bad-${code}`;
    const { uid } = await createCluster(request(clusterId, more), namespace.caller);
    // A missing service account may not make pods either; which of the two is seen first does not matter.
    const same = code === "service-account-missing" ? [code, "pods-forbidden"] : [code];
    await until(`it is ${code}`, async () => same.includes((await observed(clusterId)).code), 90_000);
    await deleteCluster({ ...address(clusterId), uid, removeHighAvailability: "false" }, namespace.caller);
  });
});
