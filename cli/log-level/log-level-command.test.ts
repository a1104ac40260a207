import { describe, expect, it } from "vitest";
import type { Proof } from "../../server/log-levels/log-level-view.schema.ts";
import { readArguments, spanSeconds } from "./arguments.ts";
import { hasNever, levelLines, proofLines } from "./print-levels.ts";

describe("the arguments of drey log-level", () => {
  it("takes several loggers, a span and a reason", () => {
    expect(
      readArguments(["one", "root=WARN", "a.b$C=debug", "-n", "flink", "--for", "15m", "--reason", "slow", "--wait"]),
    ).toEqual({
      clusterId: "one",
      namespace: "flink",
      context: undefined,
      changes: [
        { logger: "root", level: "WARN" },
        { logger: "a.b$C", level: "debug" },
      ],
      forSeconds: 900,
      reason: "slow",
      revert: undefined,
      wait: true,
    });
  });

  it("reverts those named, or all", () => {
    expect(readArguments(["one", "--revert"])).toMatchObject({ revert: [], changes: [] });
    expect(readArguments(["one", "--revert", "a.b"])).toMatchObject({ revert: ["a.b"] });
  });

  it.each([
    [["one", "a.b"]],
    [["one", "=DEBUG"]],
    [["one", "a=b=c"]],
    [["one", "a=DEBUG", "--for", "soon"]],
    [["--nonsense"]],
    [[]],
  ])("says what is wrong with %j", (words) => expect(readArguments(words)).toBeTypeOf("string"));

  it("reads spans", () => {
    expect(["90s", "15m", "2h", "1d", "15", "m"].map(spanSeconds)).toEqual([
      90,
      900,
      7_200,
      86_400,
      undefined,
      undefined,
    ]);
  });
});

describe("what drey log-level prints", () => {
  const proof: Proof = {
    file: "f",
    hash: "h",
    pods: [
      {
        pod: "one-jm",
        component: "jobmanager",
        mounted: { state: "seen", at: "2026-05-12T13:58:40Z", afterMs: 400, evidence: "sha256 h" },
        effective: [{ logger: "a", step: { state: "not-yet", by: "2026-05-12T13:59:12Z", detail: "" } }],
      },
    ],
    settled: false,
    cut: false,
  };

  it("prints each step once, and the next one when it comes", () => {
    const printed = new Set<string>();
    expect(proofLines(proof, printed)).toBe(
      "one-jm  mounted    2026-05-12T13:58:40Z after 0.4 s\none-jm  effective  a  not yet, by 2026-05-12T13:59:12Z\n",
    );
    expect(proofLines(proof, printed)).toBe("");
    expect(hasNever(proof)).toBe(false);
  });

  it("keeps what a file holds from reaching the terminal as a command", () => {
    const loggers = [{ logger: "a\u001b[2J", level: "INFO", from: "file" as const, assumes: [], line: 3 }];
    const view = {
      loggers,
      file: "f",
      syntax: "log4j2",
      resourceVersion: "1",
      reload: { kind: "every", seconds: 30 },
      issues: [],
      suggestions: [],
      levels: [],
      pods: 1,
      mayTouchPods: true,
      mayEditFile: true,
    } as const;
    expect(levelLines({ ...view, issues: [], suggestions: [], levels: [] })).toBe("INFO   a [2J  (file, line 3)\n");
  });
});
