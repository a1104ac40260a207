import { describe, expect, it } from "vitest";
import { readArguments, usage } from "./arguments.ts";

describe("readArguments", () => {
  it("reads what to select and how", () => {
    const words = "first -n flink -f --level warn --since 15m --grep time(d)?.out --tail 20".split(" ");
    expect(readArguments(words)).toEqual({
      clusterId: "first",
      namespace: "flink",
      context: undefined,
      body: {
        follow: true,
        level: "WARN",
        since: "15m",
        text: "time(d)?.out",
        regex: true,
        caseSensitive: true,
        tail: 20,
      },
    });
  });

  it("says what a value may be", () => {
    expect(readArguments(["first", "--level", "loud"])).toContain("--level is one of fatal, error");
    expect(readArguments(["first", "--since", "tomorrow"])).toContain("--since is a span such as 15m");
    expect(readArguments(["first", "--tail", "few"])).toContain("--tail is a number");
    expect(readArguments(["first", "--colour"])).toContain("--colour");
    expect(readArguments([])).toBe(usage);
  });
});
