import { expect, it } from "vitest";
import { familyOf, shapeOfStep, stepTook, totalTook } from "./startup-words.ts";

const start = Date.parse("2026-05-04T12:00:00Z");

it.each([
  ["is done", { state: "done", from: start, at: start + 3_000 }, "3 s"],
  ["is done within the same second", { state: "done", from: start, at: start }, "under 1 s"],
  ["is done, nobody saw when", { state: "done", from: start }, "time not seen"],
  ["goes on", { state: "doing", from: start }, "65 s so far".replace("65 s", "1 min 5 s")],
  ["hangs", { state: "stuck", from: start }, "since 1 min 5 s"],
  ["has not begun", { state: "ahead" }, undefined],
] as const)("tells the time of a step that %s", (_, step, text) => {
  expect(stepTook({ name: "pods", ...step }, start + 65_000)).toBe(text);
});

it("adds up from the first step to the end of the last, or to now", () => {
  const accepted = { name: "deployment", state: "done", from: start, at: start } as const;
  expect(totalTook([accepted, { name: "rest", state: "done", at: start + 14_300 }], start + 90_000)).toBe("14 s");
  expect(totalTook([accepted, { name: "rest", state: "doing", from: start }], start + 9_000)).toBe("9 s");
  expect(totalTook([accepted, { name: "rest", state: "done" }], start + 9_000)).toBeUndefined();
});

it("shows what waits for something outside as pending, the rest as failing", () => {
  const stuck = { name: "pods", state: "stuck" } as const;
  expect([familyOf("unschedulable"), shapeOfStep(stuck, "unschedulable")]).toEqual(["wait", "pending"]);
  expect([familyOf("out-of-memory"), shapeOfStep(stuck, "out-of-memory")]).toEqual(["bad", "failing"]);
});
