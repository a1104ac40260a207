/** The levels of log4j, the worst first. */
export const logLevels = ["FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every word by which a logger may print a level: log4j's, logback's and those of java.util.logging. */
const words: ReadonlyMap<string, LogLevel> = new Map([
  ...logLevels.map((level) => [level, level] as const),
  ["WARNING", "WARN"],
  ["SEVERE", "ERROR"],
  ["CRITICAL", "FATAL"],
  ["NOTICE", "INFO"],
  ["CONFIG", "DEBUG"],
  ["FINE", "DEBUG"],
  ["FINER", "TRACE"],
  ["FINEST", "TRACE"],
]);

/** The level that a printed word stands for, in any case; undefined when it is none. */
export function levelOfWord(word: string): LogLevel | undefined {
  return words.get(word) ?? words.get(word.toUpperCase());
}

/** Tells whether `level` is at least as bad as `least`. A line without a level is below all of them. */
export function isAtLeast(level: LogLevel | undefined, least: LogLevel): boolean {
  return level !== undefined && logLevels.indexOf(level) <= logLevels.indexOf(least);
}
