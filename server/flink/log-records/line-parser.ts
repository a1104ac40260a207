import { indexBeforeAnsi, withoutAnsi } from "./ansi.ts";
import { guessLine } from "./guess-line.ts";
import type { LineParser, ParsedLine } from "./parsed-line.ts";
import { patternParser } from "./pattern-parser.ts";

/**
 * The parser for a cluster's lines: by its own pattern, and by a guess for lines of other programs in its containers.
 *
 * @param pattern the PatternLayout of the console appender, if one is known
 */
export function lineParser(pattern: string | undefined): LineParser {
  const byPattern = pattern === undefined ? undefined : patternParser(pattern);
  const plain: LineParser = byPattern
    ? (line) => byPattern(line) ?? (mayBeEvent(line) ? guessLine(line) : undefined)
    : (line) => (mayBeEvent(line) ? guessLine(line) : undefined);
  return (line) => (line.includes("\u001b") ? parseColoured(plain, line) : plain(line));
}

/** Traces, the bulk of lines that no pattern fits, begin with a tab, a space or a small letter. */
function mayBeEvent(line: string): boolean {
  const code = line.charCodeAt(0);
  return (code >= 48 && code <= 57) || code === 91 || code === 123 || (code >= 65 && code <= 90);
}

function parseColoured(plain: LineParser, line: string): ParsedLine | undefined {
  const parsed = plain(withoutAnsi(line));
  if (parsed === undefined) return undefined;
  const messageAt = indexBeforeAnsi(line, parsed.messageAt);
  return { ...parsed, messageAt, messageEnd: Math.max(messageAt, indexBeforeAnsi(line, parsed.messageEnd)) };
}
