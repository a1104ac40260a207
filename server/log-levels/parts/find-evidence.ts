import { consolePattern } from "../../flink/log-records/console-pattern.ts";
import { splitTimestamp } from "../../flink/log-records/line-cursor.ts";
import { LineFramer } from "../../flink/log-records/line-framer.ts";
import { lineParser } from "../../flink/log-records/line-parser.ts";
import type { ParsedLine } from "../../flink/log-records/parsed-line.ts";
import { type LogLevel, lets, logLevelOf } from "../../flink/log4j/log-level.ts";
import { effectiveLevel, type LoggingFile } from "../../flink/log4j/logging-file.ts";
import { toInner } from "./logging-syntax.ts";

/** A change whose effect a line of the log can show. */
export interface SoughtChange {
  readonly logger: string;
  readonly from: string;
  readonly to: string;
}

/** A line that this logger would not have printed at its former level. */
export interface FoundLine {
  readonly logger: string;
  readonly at: string;
  readonly line: string;
}

/** True where a lower level lets lines through that were not there before; raising a level leaves no trace. */
export function leavesTrace({ from, to }: SoughtChange): boolean {
  const [before, after] = [logLevelOf(from), logLevelOf(to)];
  return before !== undefined && after !== undefined && newlyLet(before, after).length > 0;
}

const printed: readonly LogLevel[] = ["FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"];
const newlyLet = (before: LogLevel, after: LogLevel) =>
  printed.filter((level) => lets(after, level) && !lets(before, level));

/** log4j's `%c{1}` prints the end of a logger's name only: then no line tells whose it is. */
export const printsWholeNames = (name: string, text: string) =>
  !/%[-.\d]*(?:c|logger)\{-?\d/.test(name.endsWith(".xml") ? "" : (consolePattern(name, text) ?? ""));

/** The logging file: it decides which logger governs which, and how lines are printed. */
export interface SearchedFile {
  readonly file: LoggingFile;
  readonly name: string;
  readonly text: string;
}

const longestLine = 300;

/**
 * Looks in a pod's log for the first line that proves each change: printed by a logger whose level the changed one
 * governs, at a level that was silent before. Gives what it found and the timestamp up to which it has read.
 */
export class EvidenceSearch {
  readonly #file: LoggingFile;
  readonly #parse: (line: string) => ParsedLine | undefined;
  readonly #sought: Map<string, { levels: readonly string[]; name: string }>;
  readonly #from: string;
  readonly #framer = new LineFramer((line) => this.#look(line));
  readonly found: FoundLine[] = [];
  readTo: string;

  constructor({ file, name, text }: SearchedFile, sought: readonly SoughtChange[], from: string) {
    this.#file = file;
    this.#parse = lineParser(consolePattern(name, text));
    this.#sought = new Map(
      sought.flatMap(({ logger, from: before, to }) => {
        const [former, wanted] = [logLevelOf(before), logLevelOf(to)];
        return former && wanted ? [[logger, { levels: newlyLet(former, wanted), name: toInner(logger) }] as const] : [];
      }),
    );
    this.#from = from;
    this.readTo = from;
  }

  get isOver(): boolean {
    return this.#sought.size === 0;
  }

  push(bytes: Uint8Array): void {
    this.#framer.push(bytes);
  }

  end(): void {
    this.#framer.end();
  }

  #look(line: string): void {
    const timed = splitTimestamp(line);
    if (!timed || timed.at < this.#from) return;
    this.readTo = timed.at;
    const parsed = this.#parse(timed.text);
    if (parsed?.logger === undefined || parsed.level === undefined) return;
    const governing = effectiveLevel(this.#file, parsed.logger).ancestor?.name;
    for (const [logger, { levels, name }] of this.#sought) {
      if (governing !== name || !levels.includes(parsed.level)) continue;
      this.found.push({ logger, at: timed.at, line: timed.text.slice(0, longestLine) });
      this.#sought.delete(logger);
    }
  }
}
