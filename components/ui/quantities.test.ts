import { describe, expect, it } from "vitest";
import { bytesText, clockText, durationText, tookText } from "./quantities.tsx";

describe("durationText", () => {
  it.each([
    [-5_000, "0 s"],
    [31_900, "31 s"],
    [60_000, "1 min"],
    [3_599_000, "59 min"],
    [7_200_000, "2 h"],
    [86_400_000 * 18, "18 d"],
    [86_400_000 * 1_200, "1,200 d"],
  ])("says %d ms as %s, in one unit", (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});

describe("tookText", () => {
  it.each([
    [84, "84 ms"],
    [8_240, "8.2 s"],
    [42_000, "42 s"],
    [604_000, "10 min 4 s"],
    [7_260_000, "2 h 1 min"],
  ])("says %d ms as %s", (milliseconds, text) => {
    expect(tookText(milliseconds)).toBe(text);
  });
});

describe("bytesText", () => {
  it.each([
    [0, "0 B"],
    [1_023, "1,023 B"],
    [64 * 1_024 ** 2, "64 MiB"],
    [1.84 * 1_024 ** 3, "1.8 GiB"],
  ])("says %d bytes as %s", (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

describe("clockText", () => {
  const now = new Date(2026, 10, 24, 14, 6, 2).getTime();
  it("says the time of today, and the day before the time of another", () => {
    expect(clockText(now - 1_000, now)).toBe("14:06:01");
    expect(clockText(now - 86_400_000, now)).toBe("2026-11-23 14:06:02");
  });

  it("says nothing of what is no time", () => {
    expect(clockText("yesterday")).toBe("");
  });
});
