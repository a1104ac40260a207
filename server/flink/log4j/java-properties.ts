/**
 * One property as java.util.Properties reads it, with where it stands in the text.
 *
 * Offsets count UTF-16 units of the text that was parsed. The raw text between `keyEnd` and `valueEnd` holds the
 * separator and the value as they were written, escapes and continued lines included.
 */
export interface PropertyLine {
  readonly key: string;
  readonly value: string;
  /** The first line, counted from 1; a continued property has more. */
  readonly line: number;
  readonly start: number;
  readonly keyEnd: number;
  readonly valueEnd: number;
  /** After the line's own terminator. Equals `valueEnd` on a last line without one. */
  readonly end: number;
}

/** `malformed` is set where Java refuses the whole file: a `\u` without four hexadecimal digits. */
export interface ParsedProperties {
  readonly lines: readonly PropertyLine[];
  readonly malformed?: { readonly line: number } | undefined;
}

/** A piece of a logical line: `text.slice(from, to)`, without leading blanks and the backslash that continues it. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

interface LogicalLine {
  readonly pieces: readonly Piece[];
  readonly line: number;
  readonly start: number;
  readonly contentEnd: number;
  readonly end: number;
}

interface NaturalLine {
  readonly start: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly line: number;
}

const blank = (char: string | undefined) => char === " " || char === "\t" || char === "\f";

function* naturalLines(text: string): Generator<NaturalLine> {
  const terminator = /\r\n|\n|\r/g;
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    terminator.lastIndex = start;
    const match = terminator.exec(text);
    const contentEnd = match?.index ?? text.length;
    const end = match ? contentEnd + match[0].length : contentEnd;
    yield { start, contentEnd, end, line };
    start = end;
  }
}

/** True where an odd number of backslashes ends the line: the last one joins it with the next. */
function isContinued(text: string, from: number, to: number): boolean {
  let at = to;
  while (at > from && text[at - 1] === "\\") at--;
  return (to - at) % 2 === 1;
}

function firstInk(text: string, natural: NaturalLine): number {
  let at = natural.start;
  while (at < natural.contentEnd && blank(text[at])) at++;
  return at;
}

const isComment = (char: string | undefined) => char === "#" || char === "!";

/** Joins natural lines as java.util.Properties.LineReader does; comments and blank lines vanish. */
function* logicalLines(text: string): Generator<LogicalLine> {
  let open: { pieces: Piece[]; line: number; start: number; contentEnd: number; end: number } | undefined;
  for (const natural of naturalLines(text)) {
    const { contentEnd, end, line } = natural;
    const from = firstInk(text, natural);
    const hasText = open?.pieces.some((piece) => piece.to > piece.from) ?? false;
    if (!hasText && (from === contentEnd || isComment(text[from]))) {
      open = undefined;
      continue;
    }
    const continued = isContinued(text, from, contentEnd);
    open ??= { pieces: [], line, start: natural.start, contentEnd, end };
    open.pieces.push({ from, to: continued ? contentEnd - 1 : contentEnd });
    open.contentEnd = contentEnd;
    open.end = end;
    if (continued) continue;
    yield open;
    open = undefined;
  }
  // A last line that a backslash continues: its line end, if any, belongs to it.
  if (open) yield { ...open, contentEnd: text.length, end: text.length };
}

/** Where the `index`-th character of the logical line stands in the text; at a seam, before the seam. */
function offsetOf(pieces: readonly Piece[], index: number): number {
  let left = index;
  for (const { from, to } of pieces) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return pieces.at(-1)?.to ?? 0;
}

/** Lengths of the key and of key plus separator. */
function split(logical: string): { keyLength: number; valueStart: number } {
  let keyLength = 0;
  while (keyLength < logical.length) {
    const char = logical[keyLength];
    if (char === "=" || char === ":" || blank(char)) break;
    keyLength += char === "\\" ? 2 : 1;
  }
  keyLength = Math.min(keyLength, logical.length);
  const separator = /[ \t\f]*[=:]?[ \t\f]*/y;
  separator.lastIndex = keyLength;
  return { keyLength, valueStart: keyLength + (separator.exec(logical)?.[0].length ?? 0) };
}

/** log4j loads the file's bytes as ISO 8859-1, so UTF-8 text beyond ASCII arrives in pieces. */
function asLatin1(text: string): string {
  return text.replaceAll(/[\u0080-\u{10ffff}]+/gu, (run) =>
    Array.from(new TextEncoder().encode(run), (byte) => String.fromCharCode(byte)).join(""),
  );
}

const escapes: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f" };

function unescaped(text: string): string {
  if (/^[^\\\u0080-\uffff]*$/.test(text)) return text;
  return asLatin1(text).replaceAll(/\\(?:u([0-9a-fA-F]{4})|([\s\S])|$)/g, (_, hex?: string, char?: string) =>
    hex === undefined ? (escapes[char ?? ""] ?? char ?? "") : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const hasBadUnicode = (text: string) => /^(?:[^\\]|\\(?:[^u]|u[0-9a-fA-F]{4}|$))*\\u(?![0-9a-fA-F]{4})/.test(text);

function propertyOf(text: string, logicalLine: LogicalLine, logical: string): PropertyLine {
  const { keyLength, valueStart } = split(logical);
  const { pieces, line, start, contentEnd, end } = logicalLine;
  return {
    key: unescaped(logical.slice(0, keyLength)),
    value: unescaped(logical.slice(valueStart)),
    line,
    start,
    keyEnd: Math.min(offsetOf(pieces, keyLength), text.length),
    valueEnd: contentEnd,
    end,
  };
}

/**
 * Reads the text of a properties file as java.util.Properties loads it: comments, the three separators, continued
 * lines, escapes, any line ends. Keys may repeat; in Java the last one wins.
 */
export function parseProperties(text: string): ParsedProperties {
  const lines: PropertyLine[] = [];
  for (const logicalLine of logicalLines(text)) {
    const logical = logicalLine.pieces.map(({ from, to }) => text.slice(from, to)).join("");
    if (logical.includes("\\u") && hasBadUnicode(logical)) return { lines, malformed: { line: logicalLine.line } };
    lines.push(propertyOf(text, logicalLine, logical));
  }
  return { lines };
}

/** Writes a value so that Java reads it back: backslashes, line ends, leading blanks and all beyond ASCII escaped. */
export function escapedValue(value: string): string {
  const body = value.replaceAll(/[\\\n\r\t\f]|[^\u0020-\u007e]/g, (char) => {
    const letter = Object.entries(escapes).find(([, plain]) => plain === char)?.[0];
    if (char === "\\") return "\\\\";
    return letter ? `\\${letter}` : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return body.startsWith(" ") ? `\\${body}` : body;
}

/** Writes a key so that Java reads it back. */
export function escapedKey(key: string): string {
  return escapedValue(key).replaceAll(/[=:#! ]/g, (char) => `\\${char}`);
}
