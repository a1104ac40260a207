import { describe, expect, it } from "vitest";
import type { LogCounts, StreamRecord } from "#server/logs/schema.ts";
import { StreamCursors } from "./stream-cursors.ts";

const at = (second: number) => `2026-11-24T23:11:0${second}.000000000Z`;
const record = (second: number, nth = 0, rest: Partial<StreamRecord> = {}): StreamRecord => ({
  type: "record",
  at: at(second),
  nth,
  pod: "jm",
  line: "",
  ...rest,
});
const counts = (seen: LogCounts["seen"]): LogCounts => ({
  type: "counts",
  read: 0,
  matched: 0,
  levels: {},
  pods: {},
  loggers: {},
  spans: {},
  seen,
});

describe("StreamCursors", () => {
  it("takes each line of a container once, and each container for itself", () => {
    const cursors = new StreamCursors();
    const records = [record(1), record(1, 1), record(1), record(1, 0, { container: "sidecar" }), record(0)];
    expect(records.map((each) => cursors.take(each))).toEqual([true, true, false, true, false]);
  });

  it("knows that a record reaches to its last line", () => {
    const cursors = new StreamCursors();
    cursors.take(record(1, 0, { more: ["x"], last: { at: at(2), nth: 3 } }));
    expect([record(2, 3), record(2, 4)].map((each) => cursors.take(each))).toEqual([false, true]);
  });

  it("goes on after what was counted, whether it was given out or not", () => {
    const cursors = new StreamCursors();
    cursors.take(record(5));
    cursors.counted(counts([{ pod: "jm", at: at(3), nth: 0 }]));
    cursors.counted(counts([{ pod: "tm", at: at(4), nth: 1 }]));
    expect(cursors.after()).toEqual([
      { pod: "jm", at: at(3), nth: 0 },
      { pod: "tm", at: at(4), nth: 1 },
    ]);
  });
});
