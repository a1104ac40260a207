/** What a text looks like to YAML 1.2's core schema, and how it may be written: the rules of Flink's own YAML writer. */

const notAString = new RegExp(
  `^(?:${[
    "", // the empty text
    "true|True|TRUE|false|False|FALSE",
    "[-+]?[0-9]+",
    "0o[0-7]+",
    "0x[0-9a-fA-F]+",
    "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
    "[-+]?\\.(?:inf|Inf|INF)",
    "\\.(?:nan|NaN|NAN)",
    "~|null|Null|NULL| ",
    "\\$\\{\\s*\\w+(?:(?::?[-?])[^}]*)?\\s*\\}",
  ].join("|")})$`,
);

// Printable by YAML; tab, carriage return and other controls are not, and force double quotes.
const special = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const lineBreak = /[\n\x85\u2028\u2029]/;

/** Whether a plain scalar of this text would be read back as something other than a string. */
export const looksTyped = (text: string): boolean => notAString.test(text);

export const hasLineBreak = (text: string): boolean => lineBreak.test(text);

const hasSpecialCharacter = (text: string): boolean => special.test(text);

function plainAllowedInBlock(text: string): boolean {
  return !(
    /^[ \n]|[ \n]$/.test(text) ||
    /^[#,[\]{}&*!|>'"%@`]/.test(text) ||
    /^[-?:](?:[ \t\r\n]|$)/.test(text) ||
    /:(?:[ \t\r\n]|$)/.test(text) ||
    /[ \t\r\n]#/.test(text) ||
    text.startsWith("---") ||
    text.startsWith("...") ||
    hasSpecialCharacter(text)
  );
}

const plainAllowedInFlow = (text: string): boolean => plainAllowedInBlock(text) && !/[,?[\]{}:]/.test(text);

/** Whether a literal block (`|`) can carry the text. */
export function literalAllowed(text: string): boolean {
  return !(text.endsWith(" ") || text.includes(" \n") || hasSpecialCharacter(text));
}

const escapes: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\x85": "\\N",
  "\xa0": "\\_",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

export function doubleQuoted(text: string): string {
  let quoted = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    quoted += escapes[character] ?? escapeUnprintable(character);
  }
  return `"${quoted}"`;
}

function escapeUnprintable(character: string): string {
  const code = character.charCodeAt(0);
  const printable = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xfffd);
  if (printable) return character;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** A text on one line: plain where it stays a string, else quoted. `flow` is the stricter form inside `[…]`. */
export function inlineScalar(text: string, place: "block" | "flow"): string {
  const plain = place === "flow" ? plainAllowedInFlow(text) : plainAllowedInBlock(text);
  if (plain && !hasLineBreak(text) && !looksTyped(text)) return text;
  if (hasLineBreak(text) || hasSpecialCharacter(text)) return doubleQuoted(text);
  return `'${text.replaceAll("'", "''")}'`;
}
