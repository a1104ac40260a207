import { IllegalValue } from "./illegal-value.ts";

/**
 * Splits a text such as `a:1,b:two` or `'x;y';z` at a delimiter, honouring quotes.
 *
 * White space around unquoted pieces is trimmed. A piece may be wrapped in `'` or `"`, doubled inside. Quotes in the
 * middle of an unquoted piece are ordinary. An empty piece between two delimiters is an empty string; at the ends it
 * vanishes.
 *
 * Flink: StructuredOptionsSplitter.splitEscaped.
 * @throws IllegalValue for quotes that are not closed, or closed before the piece ends
 */
export function splitQuoted(text: string, delimiter: ";" | "," | ":"): string[] {
  const pieces: string[] = [];
  // Whether the last thing seen was a delimiter: two in a row enclose an empty piece.
  let afterDelimiter = false;
  for (let at = 0; at < text.length; ) {
    const first = text.charAt(at);
    if (isWhiteSpace(first)) {
      at += 1;
      continue;
    }
    const isDelimiter = first === delimiter;
    const [piece, next] = isDelimiter ? ["", at + 1] : readPiece(text, at, delimiter);
    if (!isDelimiter || afterDelimiter) pieces.push(piece);
    afterDelimiter = isDelimiter;
    at = next;
  }
  return pieces;
}

const isWhiteSpace = (character: string) => /\s/.test(character);

/** The piece that begins here, and where it ends. */
function readPiece(text: string, start: number, delimiter: string): [piece: string, next: number] {
  const first = text.charAt(start);
  if (first === "'" || first === '"') return readQuoted(text, start, first, delimiter);
  const end = text.indexOf(delimiter, start);
  const next = end < 0 ? text.length : end;
  return [text.slice(start, next).trim(), next];
}

/** Returns the piece without its quotes and where the next delimiter, or the end, lies. */
function readQuoted(text: string, start: number, quote: string, delimiter: string): [string, number] {
  let piece = "";
  let at = start + 1;
  for (; at < text.length; at++) {
    if (text.charAt(at) !== quote) piece += text.charAt(at);
    else if (text.charAt(at + 1) === quote) {
      piece += quote;
      at += 1;
    } else break;
  }
  if (at >= text.length) throw new IllegalValue("Could not split string. Quoting was not closed properly.");
  let next = at + 1;
  while (next < text.length && isWhiteSpace(text.charAt(next))) next += 1;
  if (next < text.length && text.charAt(next) !== delimiter) {
    throw new IllegalValue(`Could not split string. Illegal quoting at position: ${next}`);
  }
  return [piece, next];
}
