import { describe, expect, it } from "vitest";
import type { ClusterObjects } from "./cluster-objects.ts";
import { observeCluster, type RestSeen } from "./observe-cluster.ts";
import { sampleConfigMap, sampleDeployment, samplePod, startedAt } from "./sample-objects.ts";

const start = Date.parse(startedAt);
const overview = {
  flinkVersion: "2.3.0",
  taskManagers: 1,
  slotsTotal: 2,
  slotsAvailable: 1,
  jobsRunning: 1,
  jobsFinished: 0,
  jobsCancelled: 0,
  jobsFailed: 0,
};
const answers: RestSeen = { kind: "answers", at: start + 9_000, overview };

const cluster = (more: Partial<ClusterObjects> = {}): ClusterObjects => ({
  namespace: "shop",
  clusterId: "orders",
  deployment: sampleDeployment(),
  pods: [samplePod()],
  services: [],
  configMaps: [],
  ...more,
});

interface Seen {
  readonly rest?: RestSeen;
  readonly mayCreatePods?: boolean;
  readonly after?: number;
}
const observe = (objects: ClusterObjects, { rest = answers, mayCreatePods, after = 60_000 }: Seen = {}) =>
  observeCluster(objects, { rest, mayCreatePods, now: start + after });

const refused = (message: string) =>
  sampleDeployment({
    status: { conditions: [{ type: "ReplicaFailure", status: "True", reason: "FailedCreate", message }] },
  });
const noNode = {
  phase: "Pending",
  containerStatuses: [],
  conditions: [{ type: "PodScheduled", status: "False", message: "0/9 nodes are available: 9 Insufficient memory." }],
};
const taskManager = (name: string, status?: ReturnType<typeof samplePod>["status"]) =>
  samplePod({ component: "taskmanager", name, ...(status && { status }) });

describe("a cluster", () => {
  it("runs when its REST answers, and needs no reason then", () => {
    expect(observe(cluster())).toMatchObject({ state: "running", reason: "" });
  });

  it("runs without jobs, and says that TaskManagers come with the first", () => {
    const rest: RestSeen = { kind: "answers", at: start, overview: { ...overview, jobsRunning: 0 } };
    expect(observe(cluster(), { rest })).toMatchObject({ state: "running", code: "no-jobs" });
  });

  it("only starts while its Deployment is available and its REST does not answer yet", () => {
    for (const rest of [{ kind: "unknown" }, { kind: "silent", since: start }] as const) {
      expect(observe(cluster(), { rest })).toMatchObject({
        state: "starting",
        reason: "Waiting for REST, JobManager is up",
        since: start,
      });
    }
  });

  it("fails when REST has never answered for five minutes", () => {
    const rest: RestSeen = { kind: "silent", since: start };
    expect(observe(cluster(), { rest, after: 301_000 })).toMatchObject({ state: "failing", code: "rest-silent" });
  });

  it("is degraded when REST has answered and does not any more", () => {
    const rest: RestSeen = { kind: "silent", since: start + 70_000, lastAt: start + 60_000, overview };
    expect(observe(cluster(), { rest, after: 80_000 })).toMatchObject({
      state: "degraded",
      reason: "REST does not answer any more",
    });
  });

  it("starts again when the JobManager itself was started anew", () => {
    const rest: RestSeen = { kind: "silent", since: start, lastAt: start - 60_000, overview };
    expect(observe(cluster(), { rest, after: 5_000 })).toMatchObject({ state: "starting" });
  });

  it("runs, as far as one may know, when its REST may not be asked", () => {
    expect(observe(cluster(), { rest: { kind: "forbidden" } })).toMatchObject({
      state: "running",
      code: "rest-forbidden",
    });
  });

  it("passes on why its JobManager does not come", () => {
    expect(observe(cluster({ pods: [samplePod({ status: noNode })] }))).toMatchObject({
      state: "pending",
      reason: "JobManager: needs 4 GiB of memory, no node has it",
    });
    const crash = { waiting: { reason: "CrashLoopBackOff" } };
    expect(observe(cluster({ pods: [samplePod({ container: { state: crash, restartCount: 3 } })] }))).toMatchObject({
      state: "failing",
      code: "crash-loop",
    });
  });

  it("tells a used-up quota from a missing service account and from any other refusal", () => {
    const of = (message: string) => observe(cluster({ deployment: refused(message), pods: [] }));
    expect(
      of('pods "x" is forbidden: exceeded quota: team, requested: cpu=1, used: cpu=9, limited: cpu=9'),
    ).toMatchObject({
      state: "pending",
      reason: "Quota team is used up",
    });
    expect(
      of('pods "x" is forbidden: error looking up service account shop/flink: serviceaccount "flink" not found'),
    ).toMatchObject({
      state: "failing",
      reason: "Service account flink does not exist",
    });
    expect(of("violates PodSecurity")).toMatchObject({ state: "failing", reason: "Pod refused: violates PodSecurity" });
  });

  it("waits for its pod where nothing is wrong yet", () => {
    const deployment = sampleDeployment({ status: {} });
    expect(observe(cluster({ deployment, pods: [] }))).toMatchObject({
      state: "starting",
      code: "deployment-progressing",
    });
  });

  it("names the service account that may not make pods, whatever else is seen of it", () => {
    expect(observe(cluster(), { mayCreatePods: false })).toMatchObject({
      state: "failing",
      code: "pods-forbidden",
      reason: "Service account flink may not make pods: Flink can't start a TaskManager",
    });
  });

  it("is degraded while a TaskManager waits, and counts them", () => {
    const pods = [samplePod(), taskManager("t1"), taskManager("t2"), taskManager("t3", noNode)];
    expect(observe(cluster({ pods }))).toMatchObject({
      state: "degraded",
      reason: "1 of 3 TaskManagers pending: needs 4 GiB of memory, no node has it",
    });
  });

  it("does not mind TaskManagers that are on their way out", () => {
    const leaving = samplePod({ component: "taskmanager", metadata: { deletionTimestamp: startedAt }, status: noNode });
    expect(observe(cluster({ pods: [samplePod(), leaving] }))).toMatchObject({ state: "running" });
  });

  it("is degraded while a standby JobManager is missing", () => {
    const deployment = sampleDeployment();
    const wanted = { ...deployment, spec: { selector: {}, template: {}, ...deployment.spec, replicas: 2 } };
    expect(observe(cluster({ deployment: wanted }))).toMatchObject({
      state: "degraded",
      reason: "1 of 2 JobManagers ready",
    });
  });

  it("is suspended when it is scaled to nothing", () => {
    const deployment = sampleDeployment();
    const none = { ...deployment, spec: { selector: {}, template: {}, ...deployment.spec, replicas: 0 } };
    expect(observe(cluster({ deployment: none, pods: [] }))).toMatchObject({ state: "suspended" });
  });
});

describe("a cluster whose Deployment is gone", () => {
  it("is being deleted while pods or owned objects are there", () => {
    expect(observe(cluster({ deployment: undefined }))).toMatchObject({
      state: "deleting",
      reason: "Waiting for 1 pod to end",
    });
    const configMaps = [sampleConfigMap("flink-config-orders", { owned: true })];
    expect(observe(cluster({ deployment: undefined, pods: [], configMaps }))).toMatchObject({ state: "deleting" });
  });

  it("is suspended while its high availability data waits for a successor", () => {
    const configMaps = [sampleConfigMap("orders-cluster-config-map", { owned: false })];
    expect(observe(cluster({ deployment: undefined, pods: [], configMaps }))).toMatchObject({
      state: "suspended",
      code: "deployment-gone",
    });
  });
});
