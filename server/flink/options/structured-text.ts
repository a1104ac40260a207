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
  let at = 0;
  // Starts at a delimiter: whether a piece stood before it decides whether two of them enclose an empty one.
  let afterDelimiter = false;
  while (at < text.length) {
    const first = text.charAt(at);
    if (first === delimiter) {
      if (afterDelimiter) pieces.push("");
      afterDelimiter = true;
      at += 1;
    } else if (first === "'" || first === '"') {
      const [piece, end] = readQuoted(text, at, first, delimiter);
      pieces.push(piece);
      at = end;
      afterDelimiter = false;
    } else if (isWhiteSpace(first)) {
      at += 1;
    } else {
      const end = text.indexOf(delimiter, at);
      const stop = end < 0 ? text.length : end;
      pieces.push(text.slice(at, stop).trim());
      at = stop;
      afterDelimiter = false;
    }
  }
  return pieces;
}

const isWhiteSpace = (character: string) => /\s/.test(character);

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
