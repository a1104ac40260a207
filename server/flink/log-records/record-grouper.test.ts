import { describe, expect, it } from "vitest";
import { lineParser } from "./line-parser.ts";
import type { LogRecord } from "./log-record.ts";
import { RecordGrouper } from "./record-grouper.ts";

function grouped(lines: readonly (readonly [ms: number, line: string])[], flushAfter?: number) {
  const records: LogRecord[] = [];
  const grouper = new RecordGrouper(lineParser("%d{HH:mm:ss} %p %c - %m%n"), (record) => records.push(record));
  for (const [index, [ms, line]] of lines.entries()) {
    grouper.line(`2026-11-24T23:11:02.${String(ms).padStart(3, "0")}000000Z`, 0, line, 0);
    if (index === flushAfter) grouper.flush();
  }
  grouper.flush();
  return records.map(({ line, more, continues }) => [...(continues ? ["(continues)"] : []), line, ...more]);
}

const event = "23:11:02 ERROR a.B - failed";

describe("RecordGrouper", () => {
  it("keeps a stack trace with its event", () => {
    const trace = ["java.io.IOException: disk", "\tat a.B.c(B.java:1)", "Caused by: x.Y", "\t... 3 more"];
    expect(grouped([event, ...trace, event].map((line) => [0, line]))).toEqual([[event, ...trace], [event]]);
  });

  it("keeps further lines of a message that were printed with it", () => {
    expect(
      grouped([
        [0, event],
        [1, "second line"],
        [2, ""],
        [3, "fourth line"],
      ]),
    ).toEqual([[event, "second line", "", "fourth line"]]);
  });

  it("takes text printed later for itself, but a late trace for the event's", () => {
    expect(
      grouped([
        [0, event],
        [400, "hello from stdout"],
        [900, "\tat a.B.c(B.java:1)"],
      ]),
    ).toEqual([[event], ["hello from stdout", "\tat a.B.c(B.java:1)"]]);
  });

  it("keeps lines before any event apart", () => {
    expect(
      grouped([
        [0, "Starting Flink"],
        [1, "sed: can't read"],
      ]),
    ).toEqual([["Starting Flink"], ["sed: can't read"]]);
  });

  it("says which record goes on after it was given out", () => {
    expect(
      grouped(
        [
          [0, event],
          [1, "\tat a.B.c(B.java:1)"],
          [2, "\tat a.B.d(B.java:2)"],
          [3, "Caused by: x"],
        ],
        1,
      ),
    ).toEqual([
      [event, "\tat a.B.c(B.java:1)"],
      ["(continues)", "\tat a.B.d(B.java:2)", "Caused by: x"],
    ]);
  });

  it("bounds a record", () => {
    const lines = Array.from({ length: 2_500 }, (): [number, string] => [0, "\tat a.B.c(B.java:1)"]);
    expect(grouped([[0, event], ...lines]).map((record) => record.length)).toEqual([1_001, 1_002, 500]);
  });
});
