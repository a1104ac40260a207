import { escapedKey, escapedValue, type PropertyLine } from "./java-properties.ts";
import { isNamed, type Log4jParts, type LoggerGroup, log4jParts } from "./log4j-parts.ts";
import { type FormerText, type LevelEdit, rootLogger } from "./logging-file.ts";
import { applyChanges, type TextChange } from "./text-change.ts";

/** One step of an edit: what happens to the text, and what the key was before. */
interface Step {
  readonly key: string;
  readonly former: string | null;
  readonly change: TextChange;
}

const rawAfterKey = (text: string, line: PropertyLine) => text.slice(line.keyEnd, line.valueEnd);

const isTerminated = (line: PropertyLine) => line.end > line.valueEnd;

/** The line end that the file uses, as seen at `line`, else anywhere. */
function lineEndOf(text: string, line?: PropertyLine): string {
  const at = line && isTerminated(line) ? text.slice(line.valueEnd, line.end) : undefined;
  return at ?? /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/**
 * Where a whole line may be put in: after the last line about loggers, else after the last property, else at the very
 * start. Never after a line without an end, which could be one that a backslash continues.
 */
function insertionPoint(parts: Log4jParts): PropertyLine | undefined {
  const ended = parts.lines.filter(isTerminated);
  return ended.findLast(({ key }) => /^(rootLogger|logger)(\.|$)/.test(key)) ?? ended.at(-1);
}

/** Puts `key = value` beside `beside`: after it, or before it where it is a last line without an end. */
function insertBeside(text: string, beside: PropertyLine | undefined, properties: readonly [string, string][]): Step[] {
  const lineEnd = lineEndOf(text, beside);
  const at = beside ? (isTerminated(beside) ? beside.end : beside.start) : 0;
  return properties.map(([key, value]) => ({
    key,
    former: null,
    change: { from: at, to: at, text: `${escapedKey(key)} = ${escapedValue(value)}${lineEnd}` },
  }));
}

function replaceValue(text: string, line: PropertyLine, value: string): Step {
  const separator = /^[ \t\f]*[=:]?[ \t\f]*/.exec(rawAfterKey(text, line))?.[0] || " = ";
  const change = { from: line.keyEnd, to: line.valueEnd, text: separator + escapedValue(value) };
  return { key: line.key, former: rawAfterKey(text, line), change };
}

/** The short form keeps its appenders: `DEBUG, console`. */
function withFirstOfList(value: string, level: string): string {
  const comma = value.search(/\s*,/);
  return comma < 0 ? level : level + value.slice(comma);
}

function setOfGroup(text: string, parts: Log4jParts, group: LoggerGroup, level: string): Step[] {
  const { shortLine, levelLine, nameLine, prefix } = group;
  if (shortLine) return [replaceValue(text, shortLine, withFirstOfList(shortLine.value, level))];
  if (levelLine) return [replaceValue(text, levelLine, level)];
  return insertBeside(text, nameLine ?? insertionPoint(parts), [[`${prefix}.level`, level]]);
}

/** An alias that reads like the logger, has no dot (log4j splits there) and is not used yet. */
function newAlias(parts: Log4jParts, logger: string): string {
  const plain = logger.replaceAll(/[^A-Za-z0-9]+/g, "_").replace(/^root$/, "root_");
  const taken = (alias: string) =>
    [...parts.byKey.keys()].some((key) => key === `logger.${alias}` || key.startsWith(`logger.${alias}.`));
  let alias = plain;
  for (let n = 2; taken(alias); n++) alias = `${plain}_${n}`;
  return alias;
}

function addLogger(text: string, parts: Log4jParts, logger: string, level: string): Step[] {
  const prefix = `logger.${newAlias(parts, logger)}`;
  const added = insertBeside(text, insertionPoint(parts), [
    [`${prefix}.name`, logger],
    [`${prefix}.level`, level],
  ]);
  const list = parts.byKey.get("loggers");
  if (!list) return added;
  const longer = `${rawAfterKey(text, list)}, ${prefix.slice("logger.".length)}`;
  return [{ key: "loggers", former: null, change: { from: list.keyEnd, to: list.valueEnd, text: longer } }, ...added];
}

/**
 * Sets one logger's level in a log4j 2 properties file. Only that logger's lines change; all else stays byte for byte:
 * comments, order, line ends, keys that nobody knows. A logger that the file does not name is added beside the others.
 *
 * `logger` is `rootLogger` or a name; where several aliases name it, all of them are set. Throws a RangeError for a
 * file that Java can't read at all.
 */
export function setLog4jLevel(text: string, logger: string, level: string): LevelEdit {
  const parts = readable(text);
  const groups = parts.groups.filter((group) => isNamed(group) && group.name === logger);
  const steps =
    groups.length > 0
      ? groups.flatMap((group) => setOfGroup(text, parts, group, level))
      : logger === rootLogger
        ? insertBeside(text, insertionPoint(parts), [["rootLogger.level", level]])
        : addLogger(text, parts, logger, level);
  return {
    text: applyChanges(
      text,
      steps.map(({ change }) => change),
    ),
    former: Object.fromEntries(steps.map(({ key, former }) => [key, former])),
  };
}

function readable(text: string): Log4jParts {
  const parts = log4jParts(text);
  if (parts.malformed) throw new RangeError(`line ${parts.malformed.line} is not a Java property`);
  return parts;
}

/**
 * Undoes `setLog4jLevel` by what it returned as `former`. Lines that others have changed or added since stay; with none
 * of them, the text is byte for byte the former one.
 */
export function restoreLog4jLevel(text: string, former: FormerText): string {
  const parts = readable(text);
  const changes = Object.entries(former).flatMap(([key, raw]) => {
    const line = parts.byKey.get(key);
    if (!line) return [];
    if (raw !== null) return [{ from: line.keyEnd, to: line.valueEnd, text: raw }];
    if (key === "loggers") return withoutListed(text, line, former, parts);
    return isStillNeeded(key, former, parts) ? [] : [{ from: line.start, to: line.end, text: "" }];
  });
  return applyChanges(text, changes);
}

/** A logger's name stays as long as somebody else's property hangs on it: without a name log4j refuses the file. */
function isStillNeeded(key: string, former: FormerText, parts: Log4jParts): boolean {
  if (!key.endsWith(".name")) return false;
  const prefix = key.slice(0, -"name".length);
  return [...parts.byKey.keys()].some((other) => other.startsWith(prefix) && !(other in former));
}

function withoutListed(text: string, list: PropertyLine, former: FormerText, parts: Log4jParts): TextChange[] {
  const name = Object.keys(former).find((key) => key.endsWith(".name"));
  if (name === undefined || isStillNeeded(name, former, parts)) return [];
  const alias = `, ${name.slice("logger.".length, -".name".length)}`;
  const raw = rawAfterKey(text, list);
  const at = raw.lastIndexOf(alias);
  if (at < 0) return [];
  return [{ from: list.keyEnd + at, to: list.keyEnd + at + alias.length, text: "" }];
}

/** Adds `monitorInterval`, so that pods started from now on look at the file again every `seconds`. */
export function setMonitorInterval(text: string, seconds: number): string {
  const line = readable(text).byKey.get("monitorInterval");
  const steps = line
    ? [replaceValue(text, line, String(seconds))]
    : [{ change: { from: 0, to: 0, text: `monitorInterval = ${seconds}${lineEndOf(text)}` } }];
  return applyChanges(
    text,
    steps.map(({ change }) => change),
  );
}
