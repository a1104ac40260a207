import { isNamed, type Log4jParts } from "./log4j-parts.ts";
import { type LoggerEntry, type LoggingIssue, rootLogger } from "./logging-file.ts";

/** All that is odd in a log4j 2 file, and whether log4j refuses it for that. */
export function log4jIssues(parts: Log4jParts, loggers: readonly LoggerEntry[]): LoggingIssue[] {
  return [
    ...fileIssues(parts),
    ...groupIssues(parts),
    ...unlistedIssues(parts),
    ...loggers.flatMap((entry) => levelIssue(entry)),
  ];
}

function* fileIssues({ lines, byKey, malformed, groups }: Log4jParts): Generator<LoggingIssue> {
  if (malformed) {
    const detail = "A \\u is not followed by four hexadecimal digits. Java refuses the whole file.";
    yield { code: "malformed", line: malformed.line, detail, refused: true };
  }
  const interval = byKey.get("monitorInterval");
  if (interval && !/^[+-]?\d+$/.test(interval.value.trim())) {
    const detail = `monitorInterval is «${interval.value}», not a number of seconds. log4j refuses the whole file.`;
    yield { code: "interval-not-a-number", line: interval.line, detail, refused: true };
  }
  const old = lines.find(({ key }) => /^log4j\.(rootLogger|rootCategory|logger\.|appender\.)/.test(key));
  if (old && groups.length === 0) {
    const detail = "The file is written for log4j 1. log4j 2 does not read these keys.";
    yield { code: "log4j-1-syntax", line: old.line, detail, refused: false };
  }
  const roots = groups.filter((group) => isNamed(group) && group.name === rootLogger);
  if (roots.length > 1) {
    const detail = "Two entries name the root logger. log4j then drops every logger of the file.";
    yield { code: "two-root-loggers", line: roots[1]?.nameLine?.line, detail, refused: true };
  }
}

function* groupIssues({ groups }: Log4jParts): Generator<LoggingIssue> {
  const seen = new Set<string>();
  for (const group of groups) {
    const line = (group.nameLine ?? group.levelLine ?? group.shortLine)?.line;
    if (!isNamed(group)) {
      const detail = `${group.prefix} has no .name. log4j refuses the whole file.`;
      yield { code: "logger-without-name", line, detail, refused: true };
    } else if (seen.has(group.name) && group.name !== rootLogger) {
      const detail = `${group.name} is configured twice; which one wins is not defined.`;
      yield { code: "named-twice", line, detail, refused: false };
    } else if (group.name !== group.name.trimEnd()) {
      const detail = `The name ends with a blank: this is not the logger ${group.name.trimEnd()}.`;
      yield { code: "name-ends-blank", line, detail, refused: false };
    }
    if (group.shortLine && !group.shortLine.value.includes(",")) {
      const detail = "The short form without an appender is refused by log4j before 2.25 (Flink 1.20).";
      yield { code: "short-form-without-appender", line: group.shortLine.line, detail, refused: false };
    }
    seen.add(group.name);
  }
}

function levelIssue(entry: LoggerEntry): LoggingIssue[] {
  if (entry.written === undefined || entry.level !== undefined || entry.assumes.length > 0) return [];
  const instead = entry.name === rootLogger ? "log4j takes ERROR" : "the logger inherits";
  const detail = `«${entry.written}» is not a level: ${instead}.`;
  return [{ code: "unknown-level", line: entry.line, detail, refused: false }];
}

function unlistedIssues({ groups, byKey }: Log4jParts): LoggingIssue[] {
  if (!byKey.has("loggers")) return [];
  const listed = new Set(["logger.root", ...groups.map(({ prefix }) => prefix)]);
  return [...byKey.values()]
    .filter(({ key }) => key.startsWith("logger.") && !listed.has(key.split(".", 2).join(".")))
    .slice(0, 1)
    .map(({ key, line }) => {
      const detail = `${key} is not in the list of «loggers»: log4j 2.25 refuses the whole file.`;
      return { code: "not-listed", line, detail, refused: true };
    });
}
