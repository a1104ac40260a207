import { type LogLevel, logLevels } from "../../flink/log4j/log-level.ts";
import { type FormerText, type LevelEdit, type LoggingFile, rootLogger } from "../../flink/log4j/logging-file.ts";
import type { PodLookup } from "../../flink/log4j/lookups.ts";
import { readLog4j } from "../../flink/log4j/read-loggers.ts";
import { restoreLog4jLevel, setLog4jLevel } from "../../flink/log4j/set-level.ts";
import { readLogback } from "../../flink/logback/read-logback.ts";
import { restoreLogbackLevel, setLogbackLevel } from "../../flink/logback/set-logback-level.ts";

export type Syntax = LoggingFile["syntax"];

/** The file that Flink's start script hands to each framework. */
export const fileNames: Readonly<Record<Syntax, string>> = {
  log4j2: "log4j-console.properties",
  logback: "logback-console.xml",
};

export const readLoggingFile = (syntax: Syntax, text: string, pod?: PodLookup): LoggingFile =>
  syntax === "log4j2" ? readLog4j(text, pod) : readLogback(text, pod);

export const setLevelIn = (syntax: Syntax, text: string, logger: string, level: string): LevelEdit =>
  syntax === "log4j2" ? setLog4jLevel(text, logger, level) : setLogbackLevel(text, logger, level);

export const restoreLevelIn = (syntax: Syntax, text: string, former: FormerText): string =>
  syntax === "log4j2" ? restoreLog4jLevel(text, former) : restoreLogbackLevel(text, former);

/** The levels that may be set: logback has no FATAL, log4j files may define more. */
export function levelsOf(file: LoggingFile): string[] {
  const own: readonly LogLevel[] = logLevels.filter((level) => file.syntax === "log4j2" || level !== "FATAL");
  return [...own, ...file.customLevels];
}

/** `root` outside, the empty name inside. */
export const toInner = (logger: string) => (logger === "root" ? rootLogger : logger);
export const toOuter = (logger: string) => (logger === rootLogger ? "root" : logger);

/** What the file says of that very logger: null without a level of its own. */
export function writtenLevel(file: LoggingFile, logger: string): string | null {
  return file.loggers.find(({ name }) => name === toInner(logger))?.written ?? null;
}
