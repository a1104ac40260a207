import { describe, expect, it } from "vitest";
import type { StreamItem } from "#server/logs/schema.ts";
import { LogWindow } from "./log-window.ts";

const record = (line: string, pod = "jm", rest: object = {}): StreamItem => ({
  type: "record",
  at: "2026-11-24T23:11:02.000000000Z",
  nth: 0,
  pod,
  line,
  ...rest,
});
const linesOf = (window: LogWindow) =>
  window.rows.map((row) =>
    row.kind === "record" ? [row.record.line, ...(row.record.more ?? [])].join("|") : row.kind,
  );

describe("LogWindow", () => {
  it("moves nothing while it is held, and takes in what waits when it is released", () => {
    const window = new LogWindow();
    window.add(record("a"));
    window.isHeld = true;
    window.add(record("b"));
    expect([linesOf(window), window.waiting]).toEqual([["a"], 1]);
    window.release();
    expect([linesOf(window), window.waiting]).toEqual([["a", "b"], 0]);
  });

  it("puts later lines of a trace to their record, across records of other pods", () => {
    const window = new LogWindow();
    window.add(record("failed"));
    window.add(record("other", "tm"));
    window.add(record("\tat a.B", "jm", { continues: true, more: ["\tat a.C"] }));
    expect(linesOf(window)).toEqual(["failed|\tat a.B|\tat a.C", "other"]);
  });

  it("shows later lines of a record that is not at hand as a row of their own", () => {
    const window = new LogWindow();
    window.add(record("\tat a.B", "jm", { continues: true }));
    expect(linesOf(window)).toEqual(["\tat a.B"]);
  });

  it("is bounded, loses the oldest first, and says how many", () => {
    const window = new LogWindow();
    for (let index = 0; index < 120_000; index++) {
      window.add(record(String(index)));
      if (index % 1_000 === 0) window.settle();
    }
    window.settle();
    expect(window.rows.length).toBeLessThanOrEqual(20_000);
    expect(window.rows.length + window.left).toBe(120_000);
    expect(linesOf(window).at(-1)).toBe("119999");
  });

  it("never uses an id twice", () => {
    const window = new LogWindow();
    window.add(record("a"));
    window.clear();
    window.add(record("b"));
    expect(window.rows.map(({ id }) => id)).toEqual([1]);
  });
});
