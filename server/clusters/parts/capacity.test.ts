import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Kinds } from "../../kubernetes/kubernetes-door.ts";
import { clusterSpec } from "../cluster-spec.schema.ts";
import { afterPlacing, nodeWarnings, podsThatFit, seenNode, usableNodes } from "./capacity-nodes.ts";
import { limitWarnings, quotasFor, quotaWarnings, taskManagersLeft } from "./capacity-quota.ts";
import { jobManagerAsks, type PodAsks, taskManagerAsks } from "./capacity-requests.ts";
import { render } from "./render.ts";

const gibibyte = 2 ** 30;
const asks = (more: Partial<PodAsks> = {}): PodAsks => ({
  process: "TaskManager",
  replicas: 1,
  requests: { cpu: 1, memory: gibibyte },
  limits: { cpu: 2, memory: gibibyte },
  container: { cpu: 2, memory: gibibyte },
  nodeSelector: {},
  tolerated: [],
  ...more,
});
const jobManager = asks({ process: "JobManager", requests: { cpu: 0.5, memory: gibibyte } });

const specOf = (configuration: Record<string, string>) =>
  clusterSpec.parse({
    mode: "session",
    flinkVersion: "2.3.0",
    configuration: { "kubernetes.cluster-id": "orders", ...configuration },
  });

describe("what the pods of a spec ask for", () => {
  it("is what the Deployment says for the JobManager, with its replicas", () => {
    const rendering = render(
      specOf({
        "jobmanager.memory.process.size": "2g",
        "kubernetes.jobmanager.cpu.amount": "0.5",
        "kubernetes.jobmanager.cpu.limit-factor": "4",
        "kubernetes.jobmanager.node-selector": "disk:ssd",
      }),
    );
    if (rendering.kind === "refused") throw new Error(rendering.issues[0].detail);
    expect(jobManagerAsks(rendering)).toMatchObject({
      replicas: 1,
      requests: { cpu: 0.5, memory: 2 * gibibyte },
      limits: { cpu: 2, memory: 2 * gibibyte },
      nodeSelector: { disk: "ssd" },
    });
  });

  it.each([
    ["a core for each slot where nothing is said", { "taskmanager.numberOfTaskSlots": "3" }, 3, 1728],
    [
      "what is said",
      { "kubernetes.taskmanager.cpu.amount": "0.2", "taskmanager.memory.process.size": "4g" },
      0.2,
      4096,
    ],
  ])("is for a TaskManager %s", (_, options, cpu, memoryMiB) => {
    expect(taskManagerAsks(specOf(options))?.requests).toEqual({ cpu, memory: memoryMiB * 2 ** 20 });
  });

  it("is not told where sizes don't fit together, and never thrown", () => {
    expect(taskManagerAsks(specOf({ "taskmanager.memory.process.size": "12 parsecs" }))).toBeUndefined();
  });
});

const quota = (hard: Record<string, string>, used: Record<string, string> = {}, spec = {}): Kinds["ResourceQuota"] => ({
  metadata: { name: "team" },
  spec,
  status: { hard, used },
});

describe("a quota", () => {
  it.each([
    ["by memory", { "requests.memory": "8Gi" }, { "requests.memory": "2Gi" }, 5],
    ["by its scarcest resource", { "requests.memory": "80Gi", pods: "4" }, { pods: "1" }, 2],
    ["by limits", { "limits.cpu": "7" }, {}, 2],
    ["none where the JobManager takes the rest", { "requests.memory": "1Gi" }, {}, 0],
    ["without a bound where it counts other things", { secrets: "5" }, {}, undefined],
  ])("leaves room for TaskManagers %s", (_, hard, used, left) => {
    expect(taskManagersLeft(quotasFor([quota(hard, used)], jobManager, asks()))).toBe(left);
  });

  it("of other pods does not count", () => {
    const other = quota({ pods: "0" }, {}, { scopes: ["BestEffort"] });
    const priority = quota({ pods: "0" }, {}, { scopeSelector: { matchExpressions: [] } });
    const ours = quota({ pods: "2" }, {}, { scopes: ["NotBestEffort"] });
    expect(quotasFor([other, priority, ours], jobManager, asks())).toHaveLength(1);
  });

  it("that does not even hold the JobManager is warned of", () => {
    const quotas = quotasFor([quota({ "requests.memory": "500Mi" }, { "requests.memory": "0" })], jobManager, asks());
    expect(quotaWarnings(quotas)).toEqual([
      {
        code: "quota-too-small",
        detail: "Quota team leaves 500 MiB of requests.memory, the JobManager needs 1 GiB.",
      },
    ]);
  });
});

it("warns of a LimitRange that would refuse a container", () => {
  const range = { spec: { limits: [{ type: "Container", max: { memory: "500Mi" }, min: { cpu: "4" } }] } };
  expect(limitWarnings([range], [asks()]).map(({ detail }) => detail)).toEqual([
    "The namespace allows no less than 4 CPU for a container; the TaskManager's has 2 CPU and would be refused.",
    "The namespace allows at most 500 MiB of memory for a container; the TaskManager's has 1 GiB and would be refused.",
  ]);
});

const node = (name: string, memory: string, more: Kinds["Node"]["spec"] = {}, labels = {}): Kinds["Node"] => ({
  metadata: { name, labels },
  spec: more,
  status: { allocatable: { cpu: "4", memory, pods: "10" } },
});
const pod = (memory: string): Kinds["Pod"] => ({
  spec: { containers: [{ name: "a", resources: { requests: { cpu: "500m", memory } } }] },
});

describe("nodes", () => {
  const taint = (key: string, effect: string) => ({ taints: [{ key, effect }] });
  it.each([
    ["without what keeps it away", node("a", "8Gi"), {}, true],
    ["cordoned", node("a", "8Gi", { unschedulable: true }), {}, false],
    ["tainted", node("a", "8Gi", taint("gpu", "NoSchedule")), {}, false],
    ["tainted softly", node("a", "8Gi", taint("gpu", "PreferNoSchedule")), {}, true],
    ["tainted, and tolerated", node("a", "8Gi", taint("gpu", "NoSchedule")), { tolerated: ["gpu"] }, true],
    ["of another label", node("a", "8Gi", {}, { disk: "hdd" }), { nodeSelector: { disk: "ssd" } }, false],
    ["of the label", node("a", "8Gi", {}, { disk: "ssd" }), { nodeSelector: { disk: "ssd" } }, true],
  ])("take a pod or not: %s", (_, one, more, takes) => {
    expect(usableNodes([seenNode(one, [])], asks(more))).toHaveLength(takes ? 1 : 0);
  });

  it("hold as many pods as fit into what is free, by the scarcest resource", () => {
    const nodes = [seenNode(node("a", "8Gi"), [pod("1Gi")]), seenNode(node("b", "2Gi"), [])];
    // a: 3.5 CPU and 7 GiB are free; b: 4 CPU and 2 GiB.
    expect(podsThatFit(nodes, asks())).toBe(5);
    expect(podsThatFit([seenNode(node("a", "8Gi"), undefined)], asks())).toBeUndefined();
  });

  it("hold TaskManagers beside the JobManagers, which come first", () => {
    const nodes = [seenNode(node("a", "4Gi"), []), seenNode(node("b", "3Gi"), [])];
    const after = afterPlacing(nodes, asks({ process: "JobManager", replicas: 2 }));
    expect(after?.map(({ taken }) => taken?.memory)).toEqual([2 * gibibyte, 0]);
    expect(podsThatFit(after ?? [], asks())).toBe(5);
    expect(afterPlacing(nodes, asks({ replicas: 9 }))).toBeUndefined();
    expect(afterPlacing([seenNode(node("a", "4Gi"), undefined)], asks())).toBeUndefined();
  });

  it("that can never hold a pod are warned of with the option to change", () => {
    const huge = asks({ requests: { cpu: 1, memory: 64 * gibibyte } });
    expect(nodeWarnings([seenNode(node("a", "8Gi"), []), seenNode(node("b", "16Gi"), [])], huge)).toEqual([
      {
        field: "taskmanager.memory.process.size",
        code: "no-node-can-hold",
        detail:
          "No node can hold a TaskManager: it asks for 1 CPU and 64 GiB, the largest node has 4 CPU and 16 GiB for pods.",
      },
    ]);
    expect(nodeWarnings([seenNode(node("a", "8Gi"), [])], asks({ requests: { cpu: 5, memory: 1 } }))).toMatchObject([
      { field: "kubernetes.taskmanager.cpu.amount" },
    ]);
    expect(nodeWarnings([seenNode(node("a", "8Gi"), [])], asks({ nodeSelector: { a: "b" } }))).toMatchObject([
      { code: "no-node-takes-it" },
    ]);
  });

  it("are never said to hold more than their sum", () => {
    const size = fc.integer({ min: 1, max: 64 });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 8 }), size, (sizes, wanted) => {
        const nodes = sizes.map((memory, at) => seenNode(node(`n${at}`, `${memory}Gi`), []));
        const fit = podsThatFit(nodes, asks({ requests: { cpu: 0.01, memory: wanted * gibibyte } })) ?? 0;
        expect(fit * wanted).toBeLessThanOrEqual(sizes.reduce((sum, memory) => sum + memory, 0));
      }),
    );
  });
});
