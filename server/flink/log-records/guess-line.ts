import { levelOfWord } from "./log-level.ts";
import type { ParsedLine } from "./parsed-line.ts";

/**
 * Reads a line whose pattern is not known: a date, a level and a logger where nearly every layout prints them.
 *
 * Looks at the first 400 characters only, and each expression is linear in them. A line without a level at its beginning
 * is no event.
 */
export function guessLine(line: string): ParsedLine | undefined {
  if (line.charCodeAt(0) === openBrace) return guessJson(line);
  const head = line.slice(0, 400);
  const dated = date.exec(head);
  const from = dated?.[0].length ?? 0;
  const levelled = (dated === null ? leadingLevel : level).exec(head.slice(from));
  const found = levelOfWord(levelled?.[2] ?? "");
  if (levelled === null || found === undefined) return undefined;
  const levelEnd = from + levelled[0].length;
  const before = head.slice(from, levelEnd);
  const rest = /^[\s\]:-]*(?:\[([^\]]*)\] )?\s*(?:([A-Za-z_$][\w$]*(?:\.[\w$]+)+)\b)?/.exec(head.slice(levelEnd));
  const [tail = "", threadAfter, logger] = rest ?? [];
  const thread = /\[([^\]]+)\]/.exec(before)?.[1] ?? threadAfter;
  const after = levelEnd + tail.length;
  // What stands between the logger and the message: padding, an empty NDC, a line number, then " - " or ": ".
  const separator = logger === undefined ? "" : (/^.{0,70}?(?: - |: )/.exec(head.slice(after))?.[0] ?? "");
  const messageAt = after + separator.length;
  return { level: found, logger, thread, messageAt: skipSpaces(line, messageAt), messageEnd: line.length };
}

const openBrace = 123;
const date = /^\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[\s:|-]+/;
const level = /^(.{0,120}?)\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL)\b/;
const leadingLevel = /^(\[?)(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL)(?=[\]:\s])/;

function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === 32) at++;
  return at;
}

/** JSON layouts: log4j's JsonTemplateLayout in its ECS, GELF-like and own shape, logstash's encoder. */
function guessJson(line: string): ParsedLine | undefined {
  if (line.length > 20_000 || line.charCodeAt(line.length - 1) !== openBrace + 2) return undefined;
  const fields = parseObject(line);
  const text = (...names: string[]) => {
    for (const name of names) {
      const value = fields?.get(name);
      if (typeof value === "string") return value;
    }
    return undefined;
  };
  const found = levelOfWord(text("level", "log.level", "severity") ?? "");
  if (found === undefined) return undefined;
  return {
    level: found,
    logger: text("loggerName", "logger_name", "log.logger", "logger"),
    thread: text("thread", "thread_name", "process.thread.name", "threadName"),
    messageAt: 0,
    messageEnd: line.length,
  };
}

function parseObject(line: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined; // a line that only looks like JSON stays as it is
  }
}
