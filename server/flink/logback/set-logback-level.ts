import { type FormerText, type LevelEdit, rootLogger } from "../log4j/logging-file.ts";
import { applyChanges, type TextChange } from "../log4j/text-change.ts";
import { attributeSpans, type LogbackParts, type LoggerElement, logbackParts } from "./logback-parts.ts";

interface Step {
  readonly key: string;
  readonly former: string | null;
  readonly change: TextChange;
}

const escapedAttribute = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The n-th element of a name: `<logger name="x">` may stand twice. */
const keyOf = (name: string, nth: number) => `${name === rootLogger ? "root" : `logger:${name}`}:${nth}`;

function setOfElement(text: string, logger: LoggerElement, nth: number, level: string): Step {
  const inner = logger.levelElement;
  const { spans, end } = attributeSpans(text, inner ?? logger.element);
  const span = spans.get(inner ? "value" : "level");
  const key = `${keyOf(logger.name, nth)}${inner ? "/level@value" : "@level"}`;
  const value = escapedAttribute(level);
  if (!span)
    return { key, former: null, change: { from: end, to: end, text: ` ${inner ? "value" : "level"}="${value}"` } };
  const former = text.slice(span.valueFrom, span.valueTo);
  return { key, former, change: { from: span.valueFrom, to: span.valueTo, text: value } };
}

/** Puts a new element before the root logger, or where there is none before the end of the configuration. */
function addElement(text: string, parts: LogbackParts, logger: string, level: string): Step {
  const anchor = parts.loggers.find(({ element, conditional }) => element.name === "root" && !conditional)?.element;
  const at = anchor?.start ?? text.lastIndexOf("</");
  if (!parts.configuration || at < 0) throw new RangeError("the file configures nothing");
  const lineStart = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, at))?.[0] ?? "";
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const name = logger === rootLogger ? "<root" : `<logger name="${escapedAttribute(logger)}"`;
  const element = `${name} level="${escapedAttribute(level)}"/>${lineEnd}${indent}`;
  return { key: keyOf(logger, 0), former: null, change: { from: at, to: at, text: element } };
}

function readable(text: string): LogbackParts {
  const parts = logbackParts(text);
  if (parts.malformed) throw new RangeError(`line ${parts.malformed.line} is not XML`);
  return parts;
}

/**
 * Sets one logger's level in a logback configuration. Only the value of that level changes, or one element is added;
 * all else stays byte for byte. Throws a RangeError for a file that is not XML.
 */
export function setLogbackLevel(text: string, logger: string, level: string): LevelEdit {
  const parts = readable(text);
  const elements = parts.loggers.filter(({ name }) => name === logger);
  const steps =
    elements.length > 0
      ? elements.map((element, nth) => setOfElement(text, element, nth, level))
      : [addElement(text, parts, logger, level)];
  return {
    text: applyChanges(
      text,
      steps.map(({ change }) => change),
    ),
    former: Object.fromEntries(steps.map(({ key, former }) => [key, former])),
  };
}

/** The added element with the line end and indent that came with it. */
function addedSpan(text: string, { element }: LoggerElement): TextChange {
  const rest = /\/>(?:(?:\r\n|\n|\r)[ \t]*)?/y;
  rest.lastIndex = attributeSpans(text, element).end;
  const match = rest.exec(text);
  return match ? { from: element.start, to: match.index + match[0].length, text: "" } : { from: 0, to: 0, text: "" };
}

/** Undoes `setLogbackLevel` by what it returned as `former`; what others have changed since stays. */
export function restoreLogbackLevel(text: string, former: FormerText): string {
  const parts = readable(text);
  const nthOf = new Map<string, number>();
  const changes = parts.loggers.flatMap((logger): TextChange[] => {
    const nth = nthOf.get(logger.name) ?? 0;
    nthOf.set(logger.name, nth + 1);
    const key = keyOf(logger.name, nth);
    if (former[key] === null) return [addedSpan(text, logger)];
    return [
      ...restoredAttribute(text, logger.element, "level", former[`${key}@level`]),
      ...restoredAttribute(text, logger.levelElement, "value", former[`${key}/level@value`]),
    ];
  });
  return applyChanges(text, changes);
}

function restoredAttribute(
  text: string,
  element: LoggerElement["levelElement"],
  attribute: string,
  raw: string | null | undefined,
): TextChange[] {
  const span = element && attributeSpans(text, element).spans.get(attribute);
  if (!span || raw === undefined) return [];
  return raw === null
    ? [{ from: span.from, to: span.to, text: "" }]
    : [{ from: span.valueFrom, to: span.valueTo, text: raw }];
}
