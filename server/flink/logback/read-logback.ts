import { logLevelOf } from "../log4j/log-level.ts";
import {
  type LoggerEntry,
  type LoggingFile,
  type LoggingIssue,
  type Reload,
  rootLogger,
} from "../log4j/logging-file.ts";
import { type PodLookup, resolveLookups, unset } from "../log4j/lookups.ts";
import { type LogbackParts, type LoggerElement, lineCounter, logbackParts } from "./logback-parts.ts";

type LineAt = (offset: number) => number;

/** Words by which logback takes a logger's own level away. */
const inherited = ["INHERITED", "NULL"];

/** logback takes DEBUG for every word that is not one of its levels. */
function levelOf(written: string): LoggerEntry["level"] {
  if (written === "" || inherited.includes(written.toUpperCase())) return undefined;
  const level = logLevelOf(written);
  return level === undefined || level === "FATAL" ? "DEBUG" : level;
}

const writtenLevel = ({ element, levelElement }: LoggerElement) =>
  (levelElement?.attributes["value"] ?? element.attributes["level"] ?? "").trim();

function entryOf(logger: LoggerElement, parts: LogbackParts, lineAt: LineAt): LoggerEntry {
  const written = writtenLevel(logger);
  const resolved = resolveLookups(written, parts.lookup);
  return {
    name: logger.name,
    written: written === "" ? undefined : written,
    level: levelOf(resolved.text.trim()),
    assumes: resolved.assumes,
    line: lineAt((logger.levelElement ?? logger.element).start),
  };
}

const unitSeconds: Readonly<Record<string, number>> = {
  milli: 0.001,
  millisecond: 0.001,
  second: 1,
  seconde: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
};

/** Seconds of a logback duration; without a unit they are milliseconds. Undefined for what logback can't read. */
function durationSeconds(text: string): number | undefined {
  const [, amount, unit = "milli"] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+?)?s?\s*$/i.exec(text) ?? [];
  const seconds = unitSeconds[unit.toLowerCase()];
  return amount === undefined || seconds === undefined ? undefined : Number(amount) * seconds;
}

const defaultScanSeconds = 60;

function reloadOf({ configuration }: LogbackParts): Reload {
  const { scan = "", scanPeriod = "" } = { ...configuration?.attributes };
  if (scan.trim().toLowerCase() !== "true") return { kind: "never", reason: "no-scan" };
  return { kind: "every", seconds: durationSeconds(scanPeriod) ?? defaultScanSeconds };
}

/**
 * Reads a logback configuration: which loggers it configures, at which level, and when logback looks at it again.
 * Where two elements name one logger the later one counts, so the list holds the last only.
 */
export function readLogback(text: string, pod: PodLookup = unset): LoggingFile {
  const parts = logbackParts(text, pod);
  const lineAt = lineCounter(text);
  const lastOfEach = new Map(parts.loggers.map((logger) => [logger.name, logger]));
  const loggers = [...lastOfEach.values()].map((logger) => entryOf(logger, parts, lineAt));
  return {
    syntax: "logback",
    loggers,
    reload: reloadOf(parts),
    issues: [...issuesOf(parts, lineAt), ...loggers.flatMap(levelIssue)],
    customLevels: [],
    defaultLevel: "DEBUG",
  };
}

function* issuesOf(parts: LogbackParts, lineAt: LineAt): Generator<LoggingIssue> {
  if (parts.malformed) {
    const detail = `Not XML: ${parts.malformed.detail}. logback refuses the whole file.`;
    yield { code: "malformed", line: parts.malformed.line, detail, refused: true };
  }
  const conditional = parts.loggers.find((logger) => logger.conditional);
  if (conditional) {
    const detail = "Whether the loggers inside <if> count is decided in the pod.";
    yield { code: "conditional-parts", line: lineAt(conditional.element.start), detail, refused: false };
  }
  const seen = new Set<string>();
  for (const { name, element } of parts.loggers) {
    if (seen.has(name)) {
      const detail = `${name || "root"} is configured twice; the later one counts.`;
      yield { code: "named-twice", line: lineAt(element.start), detail, refused: false };
    }
    seen.add(name);
  }
}

function levelIssue(entry: LoggerEntry): LoggingIssue[] {
  const written = entry.written?.toUpperCase() ?? "";
  const known = written === "" || inherited.includes(written) || (logLevelOf(written) && written !== "FATAL");
  if (known || entry.assumes.length > 0 || written.includes("${")) return [];
  const detail = `«${entry.written}» is not a level of logback: it takes DEBUG${entry.name === rootLogger ? " for all" : ""}.`;
  return [{ code: "unknown-level", line: entry.line, detail, refused: false }];
}
