import { logLevelOf } from "./log-level.ts";
import { log4jIssues } from "./log4j-issues.ts";
import { firstOfList, isNamed, type Log4jParts, type LoggerGroup, log4jParts } from "./log4j-parts.ts";
import type { LoggerEntry, LoggingFile, Reload } from "./logging-file.ts";
import { type PodLookup, resolveLookups, unset } from "./lookups.ts";

function entryOf(group: LoggerGroup, parts: Log4jParts, custom: readonly string[]): LoggerEntry {
  const written = group.shortLine ? firstOfList(group.shortLine.value) : group.levelLine?.value.trim();
  const { text, assumes } = resolveLookups(written ?? "", parts.lookup);
  const upper = text.trim().toUpperCase();
  return {
    name: group.name,
    written: written === "" ? undefined : written,
    level: logLevelOf(text) ?? custom.find((level) => level.toUpperCase() === upper),
    assumes,
    line: (group.shortLine ?? group.levelLine ?? group.nameLine)?.line ?? rootLine(parts),
  };
}

const rootLine = (parts: Log4jParts) => parts.lines.find(({ key }) => key.startsWith("rootLogger"))?.line ?? 1;

function reloadOf(parts: Log4jParts): Reload {
  const seconds = Number(parts.byKey.get("monitorInterval")?.value.trim() ?? "0");
  return Number.isInteger(seconds) && seconds > 0
    ? { kind: "every", seconds }
    : { kind: "never", reason: "no-monitor-interval" };
}

/** log4j drops a logger whose short form begins with a comma. */
const isDropped = (group: LoggerGroup) => group.shortLine !== undefined && firstOfList(group.shortLine.value) === "";

/**
 * Reads a log4j 2 properties file: which loggers it configures, at which level, and when log4j looks at it again.
 * `pod` answers `${env:…}` and the like where the pod's values are known.
 */
export function readLog4j(text: string, pod: PodLookup = unset): LoggingFile {
  const parts = log4jParts(text, pod);
  const customLevels = parts.lines
    .filter(({ key }) => key.startsWith("customLevel."))
    .map(({ key }) => key.slice("customLevel.".length));
  const loggers = parts.groups
    .filter((group) => isNamed(group) && !isDropped(group))
    .map((group) => entryOf(group, parts, customLevels));
  return {
    syntax: "log4j2",
    loggers,
    reload: reloadOf(parts),
    issues: log4jIssues(parts, loggers),
    customLevels,
    defaultLevel: "ERROR",
  };
}
