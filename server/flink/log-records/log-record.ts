import type { LogLevel } from "./log-level.ts";
import type { ParsedLine } from "./parsed-line.ts";

/**
 * A log event: its first line and the lines that follow it, such as a stack trace.
 *
 * `at` and `nth` name its first line, `lastAt` and `lastNth` its last one.
 */
export interface LogRecord {
  readonly at: string;
  readonly nth: number;
  /** The first line as it was printed. */
  readonly line: string;
  /** Absent for lines that no pattern fits. */
  readonly parsed: ParsedLine | undefined;
  readonly more: readonly string[];
  readonly lastAt: string;
  readonly lastNth: number;
  /** Set when its first lines were already given out as a record of their own: these are more lines of that one. */
  readonly continues: boolean;
  /** Bytes that were left out of lines longer than the bound. */
  readonly cutBytes: number;
}

export function levelOf(record: LogRecord): LogLevel | undefined {
  return record.parsed?.level;
}

/** Characters held by a record: what it costs to keep it in memory, roughly. */
export function lengthOf(record: LogRecord): number {
  let length = record.line.length + 200;
  for (const line of record.more) length += line.length + 20;
  return length;
}
