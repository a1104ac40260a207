import { dateShape, endOfDate } from "./date-shape.ts";
import { type LogLevel, levelOfWord, logLevels } from "./log-level.ts";
import type { LineParser } from "./parsed-line.ts";
import { type Padding, type PatternPart, parsePattern } from "./pattern-layout.ts";

/**
 * Compiles a PatternLayout to a parser of the lines that it prints; undefined when lines of that pattern can't be told
 * apart (an unknown conversion, or two fields of free text with nothing between them).
 *
 * The parser walks the line once and never goes back, so that no line, however hostile, takes more than linear time. The
 * price: a field that contains the text that follows it in the pattern ends too early.
 */
export function patternParser(pattern: string): LineParser | undefined {
  const parts = parsePattern(pattern)?.filter((part) => !isInvisible(part)) ?? [];
  const messageIndex = parts.findIndex((part) => part.kind === "conversion" && part.conversion === "message");
  if (messageIndex < 0) return undefined;
  const before = parts.slice(0, messageIndex);
  const steps = before.map((part, index) => stepOf(part, parts[index + 1]));
  // Without a date or a level every line would be an event of its own.
  if (!before.some(marksAnEvent) || !steps.every((step) => step !== undefined)) return undefined;
  const suffix = suffixOf(parts.slice(messageIndex + 1));
  return (line) => {
    const found: Found = { level: undefined, logger: undefined, thread: undefined };
    let at = 0;
    for (const step of steps) {
      at = step(line, at, found);
      if (at < 0) return undefined;
    }
    const messageEnd = suffix !== "" && line.endsWith(suffix) ? line.length - suffix.length : line.length;
    return { ...found, messageAt: Math.min(at, messageEnd), messageEnd };
  };
}

interface Found {
  level: LogLevel | undefined;
  logger: string | undefined;
  thread: string | undefined;
}

/** Reads one part of the line from `at`; the index after it, or -1 when it is not there. */
type Step = (line: string, at: number, found: Found) => number;

/** What prints nothing on the first line, or only its end. */
function isInvisible(part: PatternPart): boolean {
  return part.kind === "conversion" && (part.conversion === "newline" || part.conversion === "throwable");
}

function marksAnEvent(part: PatternPart): boolean {
  return part.kind === "conversion" && (part.conversion === "date" || part.conversion === "level");
}

/** The literal text after the message; "" when a conversion stands there, whose text is left in the message. */
function suffixOf(parts: readonly PatternPart[]): string {
  const texts = parts.map((part) => (part.kind === "literal" ? part.text : undefined));
  return texts.includes(undefined) ? "" : texts.join("").trimEnd();
}

function stepOf(part: PatternPart, next: PatternPart | undefined): Step | undefined {
  if (part.kind === "literal") {
    return (line, at) => (line.startsWith(part.text, at) ? at + part.text.length : -1);
  }
  const { conversion, padding, options } = part;
  if (conversion === "level") return levelStep(levelWords(options, padding), padding);
  const shape = conversion === "date" ? dateShape(options[0] ?? "") : undefined;
  if (shape !== undefined) return (line, at) => endOfDate(shape, line, at);
  const slot = conversion === "logger" || conversion === "thread" ? conversion : undefined;
  if (next?.kind === "literal") return fieldStep(slot, next.text, padding);
  // A logger has no spaces and a padded value ends at one; any other field needs a literal to end at.
  return slot === "logger" || padding.minWidth > 0 ? fieldStep(slot, " ", padding) : undefined;
}

function levelStep(words: readonly LevelWord[], padding: Padding): Step {
  return (line, at, found) => {
    const start = afterPaddingBefore(line, at, padding);
    const word = words.find(([text]) => line.startsWith(text, start)) ?? customWord(line, start);
    if (word === undefined) return -1;
    found.level = word[1];
    return afterPaddingAfter(line, at, start + word[0].length, padding);
  };
}

function fieldStep(slot: "logger" | "thread" | undefined, stop: string, padding: Padding): Step {
  return (line, at, found) => {
    const start = afterPaddingBefore(line, at, padding);
    const end = line.indexOf(stop, start);
    if (end < 0) return -1;
    if (slot !== undefined) found[slot] = line.slice(start, end).trimEnd();
    return afterPaddingAfter(line, at, end, padding);
  };
}

type LevelWord = readonly [text: string, level: LogLevel];

/** The words that the level is printed as: `%p{WARN=Warnung, lowerCase=true, length=1}`, `%.1p`. */
function levelWords(options: readonly string[], padding: Padding): readonly LevelWord[] {
  const pairs = options.flatMap((list) => list.split(",")).map((pair) => pair.split("=").map((side) => side.trim()));
  const settings = new Map(pairs.map(([name = "", value = ""]) => [name, value]));
  const length = Number(settings.get("length") ?? padding.maxWidth ?? Number.POSITIVE_INFINITY);
  return logLevels.map((level) => {
    const word = settings.get(level) ?? level.slice(0, length);
    return [settings.get("lowerCase") === "true" ? word.toLowerCase() : word, level];
  });
}

function customWord(line: string, at: number): LevelWord | undefined {
  const text = /^[A-Za-z]+/.exec(line.slice(at, at + 10))?.[0] ?? "";
  const level = levelOfWord(text);
  return level && [text, level];
}

function afterPaddingBefore(line: string, at: number, { side, minWidth }: Padding): number {
  return side === "before" && minWidth > 0 ? afterSpaces(line, at, at + minWidth) : at;
}

function afterPaddingAfter(line: string, start: number, end: number, { side, minWidth }: Padding): number {
  return side === "after" ? afterSpaces(line, end, start + minWidth) : end;
}

function afterSpaces(line: string, from: number, most: number): number {
  let at = from;
  while (at < most && line.charCodeAt(at) === 32) at++;
  return at;
}
