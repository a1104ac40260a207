import { describe, expect, it } from "vitest";
import { foldLabel, foldTrace } from "./fold-trace.ts";

const seen = (more: readonly string[]) =>
  foldTrace(more).map((part) => (part.kind === "lines" ? part.lines.map(({ text }) => text) : foldLabel(part)));

describe("foldTrace", () => {
  it("keeps exceptions and causes in sight and counts their frames", () => {
    expect(
      seen([
        "java.io.IOException: disk",
        "\tat a.B.c(B.java:1)",
        "\tat a.B.d(B.java:2)",
        "Caused by: a.Slow: 503",
        "\tat a.E.f(E.java:3)",
        "\t... 26 more",
      ]),
    ).toEqual([
      ["java.io.IOException: disk"],
      "2 frames",
      ["Caused by: a.Slow: 503"],
      "27 frames, 26 of them in common",
    ]);
  });

  it("shows the beginning of a long message and says how much more there is", () => {
    const lines = Array.from({ length: 25 }, (_, index) => `line ${index}`);
    expect(seen(lines)).toEqual([lines.slice(0, 20), "5 more lines"]);
  });

  it("loses no line", () => {
    const more = ["a", "\tat b", "c", "\t... 2 more", ...Array.from({ length: 30 }, String)];
    expect(foldTrace(more).flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(more);
  });
});
