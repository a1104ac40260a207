import { expect, it } from "vitest";
import type { CapacityView } from "#server/clusters/capacity.schema.ts";
import { nodesText, quotaText, unseenText } from "./capacity-words.ts";

const view = (more: Partial<CapacityView>): CapacityView => ({ quotas: [], warnings: [], unseen: [], ...more });
const nodes = { usable: 2, all: 3, largest: { cpu: 4, memory: 16 * 2 ** 30 }, cut: false };

it.each([
  ["a bound", view({ quotaTaskManagers: 3 }), "The quota leaves 3 TaskManagers."],
  ["a narrow bound", view({ quotaTaskManagers: 1 }), "The quota leaves 1 TaskManager."],
  ["none", view({}), "No quota bounds its pods."],
  ["one that is not seen", view({ unseen: ["quotas"] }), ""],
])("tells of a quota: %s", (_, of, text) => {
  expect(quotaText(of)).toBe(text);
});

it("tells what nodes hold, and does not count what is free where pods are not seen", () => {
  expect(nodesText(view({ nodes: { ...nodes, taskManagers: 7 } }))).toBe(
    "2 of 3 nodes take a TaskManager; 7 fit beside the JobManager now; the largest has 4 CPU and 16 GiB for pods.",
  );
  expect(nodesText(view({ nodes }))).not.toContain("now");
  expect(nodesText(view({ nodes: { ...nodes, jobManagerFits: false } }))).toContain(
    "no node has room for the JobManager",
  );
  expect(nodesText(view({}))).toBe("");
});

it("names what may not be seen", () => {
  expect(unseenText(view({ unseen: ["quotas", "nodes"] }))).toBe(
    "Not seen, because you may not list them: the namespace's quotas and the nodes.",
  );
  expect(unseenText(view({}))).toBeUndefined();
});
