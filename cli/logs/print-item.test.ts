import { describe, expect, it } from "vitest";
import { printItem } from "./print-item.ts";

const at = "2026-11-24T23:11:02.000000000Z";

describe("printItem", () => {
  it("prints each line of a record exactly, led by its pod", () => {
    const record = { type: "record", at, nth: 0, pod: "tm-1", line: "ERROR a", more: ["\tat b"], messageAt: 6 };
    expect(printItem(record)).toBe("tm-1 ERROR a\ntm-1 \tat b\n");
  });

  it("says in words what is missing", () => {
    const gap = { type: "gap", at, pod: "tm-1", from: at, to: at, reason: "rotated" };
    expect(printItem(gap)).toContain("lines may be missing");
    expect(printItem({ type: "thinned", at, lines: 12, from: at, to: at })).toContain("12 lines left out");
  });

  it("says why a stream broke off, and passes over the rest", () => {
    expect(printItem({ problem: { detail: "Kubernetes does not answer." } })).toBe(
      "[drey] Kubernetes does not answer.\n",
    );
    expect(printItem({ type: "heartbeat", at })).toBe("");
  });
});
