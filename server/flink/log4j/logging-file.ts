import type { LogLevel } from "./log-level.ts";

/** The name by which this library calls the logger that all others descend from. */
export const rootLogger = "";

/** One logger that a logging file configures. */
export interface LoggerEntry {
  /** `rootLogger`, or the name that the file gives after lookups. */
  readonly name: string;
  /** The level as written, such as `${env:ROOT_LOG_LEVEL:-INFO}`; undefined where the file gives it none. */
  readonly written?: string | undefined;
  /** What the framework makes of it: one of its levels or the file's own; undefined where it inherits. */
  readonly level?: LogLevel | string | undefined;
  /** Lookups whose value only the pod knows; `level` holds if they are unset there. */
  readonly assumes: readonly string[];
  /** The line of the level, else of the name; counted from 1. */
  readonly line: number;
}

/** What is odd in a logging file. With `refused` the framework does not take the file at all. */
export interface LoggingIssue {
  readonly code:
    | "malformed"
    | "logger-without-name"
    | "unknown-level"
    | "named-twice"
    | "two-root-loggers"
    | "name-ends-blank"
    | "not-listed"
    | "interval-not-a-number"
    | "short-form-without-appender"
    | "log4j-1-syntax"
    | "conditional-parts"
    | "runs-code";
  readonly line?: number | undefined;
  readonly detail: string;
  readonly refused: boolean;
}

/** When the framework looks at the file again. */
export type Reload =
  | { readonly kind: "every"; readonly seconds: number }
  /** log4j without `monitorInterval`, logback without `scan`: only new pods read a change. */
  | { readonly kind: "never"; readonly reason: "no-monitor-interval" | "no-scan" };

/** A logging file as its framework understands it. */
export interface LoggingFile {
  readonly syntax: "log4j2" | "logback";
  readonly loggers: readonly LoggerEntry[];
  readonly reload: Reload;
  readonly issues: readonly LoggingIssue[];
  /** Names of levels that the file defines besides the framework's own. */
  readonly customLevels: readonly string[];
  /** The level of the root logger when the file gives none. */
  readonly defaultLevel: LogLevel;
}

/** Where a logger's level comes from. `ancestor` is the logger that gives it. */
export interface EffectiveLevel {
  readonly level: LogLevel | string;
  readonly from: "own" | "inherited" | "default";
  readonly ancestor?: LoggerEntry | undefined;
}

/** The next name up: `a.b.c` has `a.b`. logback also parts names at `$`. */
function parentOf(name: string, syntax: LoggingFile["syntax"]): string {
  const dot = name.lastIndexOf(".");
  const dollar = syntax === "logback" ? name.lastIndexOf("$") : -1;
  const at = Math.max(dot, dollar);
  return at > 0 ? name.slice(0, at) : rootLogger;
}

/** The level at which any logger logs, whether the file names it or not. */
export function effectiveLevel(file: LoggingFile, logger: string): EffectiveLevel {
  for (let name = logger; ; name = parentOf(name, file.syntax)) {
    const entry = file.loggers.find((candidate) => candidate.name === name && candidate.level !== undefined);
    if (entry?.level !== undefined) {
      return { level: entry.level, from: name === logger ? "own" : "inherited", ancestor: entry };
    }
    if (name === rootLogger) return { level: file.defaultLevel, from: "default" };
  }
}

/**
 * What a logger's part of the file was before it was changed, by the key that was written: the raw text after the key,
 * or null where the key did not exist. Opaque to all but the functions that made it.
 */
export type FormerText = Readonly<Record<string, string | null>>;

/** A file with one logger changed, and what brings the former bytes back. */
export interface LevelEdit {
  readonly text: string;
  readonly former: FormerText;
}
