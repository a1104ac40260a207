import { describe, expect, it } from "vitest";
import { barsOf, emptyTally, summed, tallied } from "./log-tally.ts";

const counts = (spans: Record<string, number[]>, read: number) => ({
  type: "counts" as const,
  read,
  matched: read,
  levels: {},
  pods: {},
  loggers: {},
  spans,
  seen: [],
});

describe("the tally of a view", () => {
  it("takes totals as they are and puts changed spans to those before", () => {
    const first = tallied(emptyTally, counts({ "2026-11-24T23:11:0": [0, 1], "2026-11-24T23:11:1": [0, 2] }, 3));
    const second = tallied(first, counts({ "2026-11-24T23:11:1": [0, 5] }, 6));
    expect([second.read, [...second.spans]]).toEqual([
      6,
      [
        ["2026-11-24T23:11:0", [0, 1]],
        ["2026-11-24T23:11:1", [0, 5]],
      ],
    ]);
  });

  it("goes on counting after a stream that broke off", () => {
    const base = { ...emptyTally, read: 3, matched: 1, levels: { INFO: 3 }, spans: new Map([["a", [1, 2]]]) };
    const later = { ...emptyTally, read: 2, matched: 2, levels: { INFO: 1, WARN: 1 }, spans: new Map([["a", [1, 0]]]) };
    expect(summed(base, later)).toEqual({
      ...emptyTally,
      read: 5,
      matched: 3,
      levels: { INFO: 4, WARN: 1 },
      spans: new Map([["a", [2, 2]]]),
    });
  });

  it("cuts the range into bars of round width that hold every record once", () => {
    const from = Date.parse("2026-11-24T23:00:03Z");
    const spans = new Map([
      ["2026-11-24T23:00:0", [1, 2, 3, 4, 5, 6, 7]],
      ["2026-11-24T23:14:5", [0, 1, 0, 0, 0, 0, 0]],
    ]);
    const bars = barsOf(spans, from, from + 900_000);
    expect(bars.length).toBeLessThanOrEqual(61);
    expect(bars[0]).toMatchObject({ errors: 3, warnings: 3, others: 22, to: Date.parse("2026-11-24T23:00:20Z") });
    expect(bars.reduce((sum, bar) => sum + bar.errors + bar.warnings + bar.others, 0)).toBe(29);
  });

  it("does not draw minutes finer than they are", () => {
    const from = Date.parse("2026-11-24T23:00:00Z");
    const bars = barsOf(new Map([["2026-11-24T23:00", [1]]]), from, from + 300_000);
    expect(bars.map((bar) => bar.to - bar.from)).toEqual([60_000, 60_000, 60_000, 60_000, 60_000]);
  });
});
