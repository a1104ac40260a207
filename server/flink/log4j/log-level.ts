/** The levels of log4j 2, from silent to everything. logback has the same without FATAL. */
export const logLevels = ["OFF", "FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL"] as const;
export type LogLevel = (typeof logLevels)[number];

/** The level of that name in any case, as log4j takes it; undefined for every other word. */
export function logLevelOf(text: string): LogLevel | undefined {
  const upper = text.trim().toUpperCase();
  return logLevels.find((level) => level === upper);
}

/** True if a logger at `threshold` lets a line of `level` through. */
export function lets(threshold: LogLevel, level: LogLevel): boolean {
  return level !== "OFF" && level !== "ALL" && logLevels.indexOf(level) <= logLevels.indexOf(threshold);
}
