import fc from "fast-check";
import { expect, it } from "vitest";
import type { EventView } from "../cluster-view.schema.ts";
import type { ClusterObjects } from "./cluster-objects.ts";
import { sampleDeployment, sampleOverview, samplePod, startedAt } from "./sample-objects.ts";
import { readScheduling } from "./startup-scheduling.ts";
import { startupOf } from "./startup-steps.ts";
import type { StartupEvidence } from "./startup-trouble.ts";

const start = Date.parse(startedAt);
const after = (seconds: number) => new Date(start + seconds * 1_000).toISOString();

const placed = { type: "PodScheduled", status: "True", lastTransitionTime: after(1) };
const pod = samplePod({
  status: { conditions: [placed, { type: "Ready", status: "True" }] },
  container: { imageID: "sha256:1", state: { running: { startedAt: after(6) } } },
});
const event = (reason: string, seconds: number, message: string): EventView => ({
  at: start + seconds * 1_000,
  firstAt: start + seconds * 1_000,
  count: 1,
  type: "Normal",
  reason,
  message,
  object: { kind: "Pod", name: "jobmanager" },
});
const events = [
  event(
    "Pulled",
    5,
    'Successfully pulled image "flink:2.3.0" in 3.2s (3.2s including waiting). Image size: 293601280 bytes.',
  ),
  event("Pulling", 2, 'Pulling image "flink:2.3.0"'),
];

const objects = (more: Partial<ClusterObjects> = {}): ClusterObjects => ({
  namespace: "shop",
  clusterId: "orders",
  deployment: sampleDeployment(),
  pods: [pod],
  services: [],
  configMaps: [],
  ...more,
});
const evidence = (more: Partial<StartupEvidence> = {}): StartupEvidence => ({
  objects: objects(),
  application: false,
  events,
  rest: { kind: "answers", at: start + 60_000, firstAt: start + 14_200, overview: sampleOverview },
  now: start + 60_000,
  ...more,
});
const states = (more: Partial<StartupEvidence>) =>
  startupOf(evidence(more))
    .steps.map(({ state }) => state)
    .join(" ");

it("tells each step's begin, end and what was done", () => {
  expect(startupOf(evidence())).toEqual({
    state: "started",
    first: true,
    steps: [
      { name: "deployment", state: "done", from: start, at: start, detail: "orders" },
      { name: "pods", state: "done", from: start, at: start + 1_000, detail: "jobmanager" },
      { name: "images", state: "done", from: start + 2_000, at: start + 5_000, detail: "flink:2.3.0, 280 MiB" },
      { name: "containers", state: "done", from: start + 5_000, at: start + 6_000, detail: "flink-main-container" },
      { name: "rest", state: "done", from: start + 6_000, at: start + 14_200, detail: "Flink 2.3.0 answers" },
    ],
  });
});

it("has one step at work, and those after it ahead", () => {
  expect(states({ rest: { kind: "unknown" } })).toBe("done done done done doing");
  expect(states({ objects: objects({ pods: [] }), rest: { kind: "unknown" } })).toBe("done doing ahead ahead ahead");
});

it("says of an application that it is up when its job runs, not before", () => {
  expect(states({ application: true })).toBe("done done done done done doing");
  const job = { name: "settle", state: "RUNNING", tasks: 2, tasksRunning: 2, at: start + 20_000 };
  expect(startupOf(evidence({ application: true, job }))).toMatchObject({ state: "started" });
  expect(startupOf(evidence({ application: true, job: { ...job, tasksRunning: 1 } }))).toMatchObject({
    state: "starting",
  });
});

it("does not make up a time that nobody saw", () => {
  const { steps } = startupOf(
    evidence({ events: [], rest: { kind: "answers", at: start + 60_000, overview: sampleOverview } }),
  );
  expect(steps.filter(({ at }) => at === undefined).map(({ name }) => name)).toEqual(["images", "rest"]);
});

it("tells a JobManager that starts anew from a first start", () => {
  const later = samplePod({ metadata: { creationTimestamp: after(900) } });
  expect(startupOf(evidence({ objects: objects({ pods: [later] }) })).first).toBe(false);
  const silent = { kind: "silent", since: start, lastAt: start } as const;
  expect(startupOf(evidence({ rest: silent })).first).toBe(false);
});

it.each([
  ["is going", { metadata: { ...sampleDeployment().metadata, deletionTimestamp: after(9) } }],
  ["is scaled to 0", { spec: { ...sampleDeployment().spec, replicas: 0, selector: {}, template: {} } }],
])("tells of no start where the cluster %s", (_, more) => {
  expect(startupOf(evidence({ objects: objects({ deployment: sampleDeployment(more) }) }))).toMatchObject({
    state: "none",
    steps: [],
  });
});

it("never lets a step end before it began, whatever the clocks of the nodes say", () => {
  const seconds = fc.integer({ min: -30, max: 30 });
  fc.assert(
    fc.property(seconds, seconds, seconds, (one, two, three) => {
      const condition = { type: "PodScheduled", status: "True", lastTransitionTime: after(one) };
      const skewed = samplePod({
        status: { conditions: [condition] },
        container: { imageID: "sha256:1", state: { running: { startedAt: after(two) } } },
      });
      const { steps } = startupOf(
        evidence({
          objects: objects({ pods: [skewed] }),
          events: [event("Pulled", three, 'image "a" already present')],
        }),
      );
      for (const { from, at } of steps)
        if (from !== undefined && at !== undefined) expect(at).toBeGreaterThanOrEqual(from);
    }),
  );
});

it("reads the scheduler's sentence with commas and digits in its reasons, and gives up on any other text", () => {
  expect(
    readScheduling(
      "0/12 nodes are available: 3 node(s) had untolerated taint {team: a, b}, 9 Insufficient nvidia.com/gpu. preemption: 0/12 nodes are available: 12 No preemption victims found.",
    ),
  ).toEqual({
    nodes: 12,
    reasons: [
      { nodes: 3, reason: "node(s) had untolerated taint {team: a, b}" },
      { nodes: 9, reason: "Insufficient nvidia.com/gpu" },
    ],
  });
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readScheduling(text)).not.toThrow();
    }),
  );
});
