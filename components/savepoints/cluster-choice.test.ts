import { expect, it } from "vitest";
import type { ClusterSummary } from "#server/clusters/cluster-view.schema.ts";
import { usableClusters } from "./cluster-choice.ts";

const cluster = (context: string, namespace: string, clusterId: string, state = "running"): ClusterSummary => ({
  context,
  namespace,
  clusterId,
  observed: { state: state === "running" ? "running" : "pending", code: "rest-answers", reason: "" },
  mode: "session",
  highAvailability: false,
  createdAt: 0,
  pods: { jobManagers: 1, taskManagers: 0, ready: 1 },
  requested: { cpu: 0, memory: 0 },
});

it("offers the clusters of the savepoint's context that are up, its own first, then those beside it", () => {
  const clusters = [
    cluster("prod", "risk", "fraud"),
    cluster("prod", "payments", "match"),
    cluster("prod", "payments", "settle"),
    cluster("prod", "payments", "late", "pending"),
    cluster("staging", "payments", "settle"),
  ];
  const usable = usableClusters(clusters, { context: "prod", namespace: "payments", clusterId: "settle" });
  expect(usable.map((one) => one.clusterId)).toEqual(["settle", "match", "fraud"]);
});
