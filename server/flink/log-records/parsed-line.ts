import type { LogLevel } from "./log-level.ts";

/** What was read in the first line of a log event. Positions are indexes into that line. */
export interface ParsedLine {
  readonly level: LogLevel | undefined;
  readonly logger: string | undefined;
  readonly thread: string | undefined;
  readonly messageAt: number;
  /** Where the message ends; the line's length unless the pattern prints something after it. */
  readonly messageEnd: number;
}

/** Reads one line; undefined when it is not the first line of an event. */
export type LineParser = (line: string) => ParsedLine | undefined;
