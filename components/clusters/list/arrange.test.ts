import { describe, expect, it } from "vitest";
import { type Arrangeable, filtered, idOf, settled, sorted, stateCounts } from "./arrange.ts";

const row = (clusterId: string, state: string, more: Partial<Arrangeable> = {}): Arrangeable => ({
  context: "prod",
  namespace: "payments",
  clusterId,
  state,
  createdAt: 1_000,
  ...more,
});
const rows = [
  row("refunds", "Running", { createdAt: 2_000 }),
  row("ledger", "Degraded", { reason: "Last 3 checkpoints failed" }),
  row("fraud", "Failing", { namespace: "fraud", labels: { team: "risk" } }),
  row("canary", "Deleting"),
];
const all = { text: "", state: "", namespace: "" };
const names = (list: readonly Arrangeable[]) => list.map((each) => each.clusterId);

describe("sorted", () => {
  it("puts the worst first, and equal states by name", () => {
    expect(sorted([...rows, row("aaa", "Running")], "state").map((id) => id.split("/")[2])).toEqual([
      "fraud",
      "ledger",
      "canary",
      "aaa",
      "refunds",
    ]);
  });

  it("puts the youngest first by age", () => {
    expect(sorted(rows, "age")[0]).toContain("refunds");
  });
});

describe("filtered", () => {
  it.each([
    ["checkpoints FAILED", ["ledger"]],
    ["team=risk", ["fraud"]],
    ["payments", ["refunds", "ledger", "canary"]],
    ["nothing like it", []],
  ])("finds %s in name, namespace, reason and labels, whatever the case", (text, found) => {
    expect(names(filtered(rows, { ...all, text }))).toEqual(found);
  });

  it("lets through those that need attention", () => {
    expect(names(filtered(rows, { ...all, state: "attention" }))).toEqual(["ledger", "fraud"]);
  });
});

describe("stateCounts", () => {
  it("counts what pressing each chip would show, under the other filters", () => {
    expect(stateCounts(rows, { ...all, namespace: "payments", state: "Failing" })).toEqual({
      all: 3,
      attention: 1,
      states: [
        ["Degraded", 1],
        ["Deleting", 1],
        ["Running", 1],
      ],
    });
  });
});

describe("settled", () => {
  const order = sorted(rows, "state");

  it("keeps the order while states change", () => {
    const changed = rows.map((each) => (each.clusterId === "refunds" ? { ...each, state: "Failing" } : each));
    expect(settled(changed, order).shown.map(idOf)).toEqual(order);
  });

  it("lets new clusters wait and drops those that went", () => {
    const later = [...rows.slice(1), row("aaa-new", "Starting")];
    expect(names(settled(later, order).shown)).toEqual(["fraud", "ledger", "canary"]);
    expect(names(settled(later, order).waiting)).toEqual(["aaa-new"]);
  });
});
