import { describe, expect, it } from "vitest";
import { emptyTally } from "./log-tally.ts";
import { rangeOf } from "./time-range.ts";

const now = Date.parse("2026-11-24T23:15:00Z");
const minutes = (range: { from: number; to: number }) =>
  [range.from, range.to].map((at) => new Date(at).toISOString().slice(11, 16));

describe("rangeOf", () => {
  it.each([
    [{ since: "15m", until: undefined }, ["23:00", "23:15"]],
    [{ since: "2h", until: undefined }, ["21:15", "23:15"]],
    [{ since: "2026-11-24T22:00:00Z", until: "2026-11-24T22:05:00Z" }, ["22:00", "22:05"]],
  ])("of %j", (address, expected) => {
    expect(minutes(rangeOf(address, emptyTally, now))).toEqual(expected);
  });

  it("begins with the first record where the whole log is asked for", () => {
    const spans = new Map([
      ["2026-11-24T23:05", [1]],
      ["2026-11-24T20:30", [1]],
    ]);
    expect(minutes(rangeOf({ since: "all", until: undefined }, { ...emptyTally, spans }, now))).toEqual([
      "20:30",
      "23:15",
    ]);
  });
});
