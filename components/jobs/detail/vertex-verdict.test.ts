import { describe, expect, it } from "vitest";
import type { Vertex } from "#server/jobs/job.schema.ts";
import { bottlenecks, chainText, graphSentence, shortName, verdictOf } from "./vertex-verdict.ts";

const vertex = (id: string, backPressured: number, busy: number, more: Partial<Vertex> = {}): Vertex => ({
  id,
  name: id,
  description: id,
  parallelism: 2,
  status: "RUNNING",
  subtasks: { RUNNING: 2 },
  totals: { readRecords: 0, writeRecords: 0, readBytes: 0, writeBytes: 0 },
  worst: { backPressured, busy, idle: 0 },
  ...more,
});
const edges = [
  { from: "source", to: "window", shipStrategy: "HASH" },
  { from: "window", to: "sink", shipStrategy: "FORWARD" },
];
const pressed = [vertex("source", 0.82, 0.1), vertex("window", 0, 0.98), vertex("sink", 0, 0.03)];

describe("the bottleneck", () => {
  it("is the busy vertex behind a pressed one", () => {
    expect([...bottlenecks(pressed, edges)]).toEqual(["window"]);
    expect(graphSentence(pressed, edges)).toBe(
      "window is the bottleneck: it is busy 98 % and slows what comes before it",
    );
  });

  it("is not a busy vertex that holds up nobody", () => {
    expect(bottlenecks([vertex("source", 0, 0.9), vertex("window", 0, 1)], edges).size).toBe(0);
  });
});

describe("verdicts", () => {
  it("tell pressure, bottleneck and peace apart by words", () => {
    expect(pressed.map((one) => verdictOf(one, one.id === "window").words)).toEqual([
      "Back-pressured",
      "Busy, the bottleneck",
      "No pressure",
    ]);
  });

  it("tell what a vertex waits for before it runs", () => {
    const waiting = vertex("source", 0, 0, { status: "SCHEDULED", subtasks: { SCHEDULED: 2 } });
    expect(verdictOf(waiting, false)).toEqual({ words: "Waits for slots", family: "info", figure: "0 of 2" });
    expect(graphSentence([waiting], [])).toBe("1 of 1 vertices wait for slots");
  });
});

it("names a box by the first operator of its chain", () => {
  const chained = { name: "x", description: "Window(GlobalWindows(trigger=Never), Delta)\n+- Sink: Print to Std. Out" };
  expect(shortName(chained)).toBe("Window");
  expect(chainText(chained)).toBe("Sink: Print to Std. Out");
});
