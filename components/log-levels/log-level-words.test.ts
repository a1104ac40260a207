import { describe, expect, it } from "vitest";
import type { LoggerRow, LogLevelView, Proof, ProofStep } from "#server/log-levels/log-level-view.schema.ts";
import { fromWords, inWords, matching, reloadWords, suggestionsOf } from "./level-words.ts";
import { effectiveWords, mountedWords, shortPod, tookMs } from "./proof-words.ts";

const at = "2026-05-12T13:58:41Z";
const seen = (afterMs: number): ProofStep => ({ state: "seen", at, afterMs, evidence: "a line" });
const notYet: ProofStep = { state: "not-yet", detail: "" };
const due: ProofStep = { state: "due", since: at, detail: "" };
const never: ProofStep = { state: "never", reason: "sub-path", detail: "" };

const proofOf = (...steps: ProofStep[]): Proof => ({
  file: "log4j-console.properties",
  hash: "9f",
  change: { at, by: "anna", loggers: [{ logger: "a", from: "INFO", to: "DEBUG" }] },
  pods: steps.map((step, n) => ({
    pod: `p${n}`,
    component: "taskmanager",
    mounted: n === 0 ? seen(400) : notYet,
    effective: [{ logger: "a", step }],
  })),
  settled: false,
  cut: false,
});

describe("the words of a proof", () => {
  it.each([
    [[seen(1), seen(2)], { shape: "finished", text: "2 of 2 pods" }],
    [[seen(1), notYet], { shape: "starting", text: "1 of 2 pods" }],
    [[due, due], { shape: "past", text: "due in 2" }],
    [[seen(1), due], { shape: "past", text: "1 seen, 1 due" }],
    [[seen(1), never], { shape: "failing", text: "never in 1 of 2" }],
    [[seen(1)], { shape: "finished", text: "1 of 1 pod" }],
  ])("never calls seen what was not (%#)", (steps, words) => {
    expect(effectiveWords(proofOf(...steps), "a")).toEqual(words);
  });

  it("says nothing of a logger of which nothing is known", () => {
    expect(effectiveWords(proofOf(seen(1)), "b")).toBeUndefined();
    expect(effectiveWords(undefined, "a")).toBeUndefined();
  });

  it("tells how long it took only when every pod has shown it", () => {
    expect(tookMs(proofOf(seen(9_600), seen(31_000)))).toBe(31_000);
    expect(tookMs(proofOf(seen(9_600), due))).toBeUndefined();
    expect(mountedWords(proofOf(seen(1), due))).toBe("1 of 2 pods");
  });

  it("shortens pods to what tells them apart", () => {
    expect(shortPod("settlement-taskmanager-1-3", "settlement")).toBe("tm-1-3");
    expect(shortPod("settlement-58cbf5bf9b-j8pkp", "settlement")).toBe("jm-j8pkp");
  });
});

describe("the words of a level", () => {
  const row: LoggerRow = { logger: "a.b", level: "INFO", from: "file", assumes: [], line: 9 };

  it("says where it comes from", () => {
    expect(fromWords(row)).toBe("file, line 9");
    expect(fromWords({ ...row, from: "inherited", inheritedFrom: "a" })).toBe("from a");
    expect(fromWords({ ...row, from: "default" })).toBe("not in the file");
  });

  it("counts down in whole units", () => {
    expect([-1, 40_000, 59 * 60_000, 7_200_000].map((ms) => inWords(ms, 0))).toEqual([
      "now",
      "in 40 s",
      "in 59 min",
      "in 2 h",
    ]);
  });

  it("filters by name, level and reason", () => {
    const override = { level: "DEBUG", was: "INFO", by: "anna", at, reason: "slow uploads" };
    const rows: LoggerRow[] = [row, { ...row, logger: "c", level: "DEBUG", from: "override", override }];
    expect(matching(rows, "UPLOADS").map(({ logger }) => logger)).toEqual(["c"]);
    expect(matching(rows, "")).toHaveLength(2);
  });

  const view: LogLevelView = {
    file: "log4j-console.properties",
    syntax: "log4j2",
    resourceVersion: "1",
    reload: { kind: "every", seconds: 30 },
    issues: [],
    loggers: [row],
    suggestions: [
      { logger: "a.b", about: "known", level: "INFO" },
      { logger: "z", about: "about z", level: "INFO" },
    ],
    levels: [],
    pods: 1,
    mayTouchPods: true,
    mayEditFile: true,
  };

  it("offers each logger once, the file's own word first", () => {
    const offered = suggestionsOf(view, [
      { logger: "a.b", lines: 3 },
      { logger: "s", lines: 2 },
    ]);
    expect(offered).toEqual([
      { logger: "a.b", note: "INFO, in the file" },
      { logger: "s", note: "2 lines seen" },
      { logger: "z", note: "about z" },
    ]);
  });

  it("says how long a change takes, and that it needs new pods where nothing is read again", () => {
    expect(reloadWords(view)).toBe("Log4j 2 looks every 30 s: a change takes 1 to 32 s.");
    expect(reloadWords({ ...view, mayTouchPods: false })).toContain("1 to 120 s");
    expect(reloadWords({ ...view, reload: { kind: "never", reason: "no-monitor-interval" } })).toContain(
      "needs new pods",
    );
  });
});
