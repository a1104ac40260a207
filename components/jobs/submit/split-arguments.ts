/** A text that does not end its quotes; the message is the quote. */
export class UnfinishedQuote extends Error {
  override readonly name = "UnfinishedQuote";
}

/** White space, 'single', "double", an escaped character, plain text; a backslash at the end stands for itself. */
const part = /(\s+)|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([\s\S])|([^\s'"\\]+|\\$)/gy;

/**
 * Splits a program's arguments as a shell would: at white space, with 'single' and "double" quotes and backslashes.
 * Nothing is expanded: `$HOME` and `*` stay as they are.
 *
 * @throws UnfinishedQuote
 */
export function splitArguments(text: string): string[] {
  const found: string[] = [];
  let current: string | undefined;
  let end = 0;
  for (const [whole, space, single, double, escaped, plain] of text.matchAll(part)) {
    end += whole.length;
    if (space === undefined) {
      current = (current ?? "") + (single ?? plain ?? escaped ?? unescaped(double ?? ""));
    } else if (current !== undefined) {
      found.push(current);
      current = undefined;
    }
  }
  if (end < text.length) throw new UnfinishedQuote(text[end]);
  return current === undefined ? found : [...found, current];
}

/** Within double quotes a backslash escapes only what has a meaning there. */
const unescaped = (text: string): string => text.replaceAll(/\\(["\\$`])/g, "$1");

/** The text that `splitArguments` takes apart again. */
export const joinArguments = (list: readonly string[]): string =>
  list.map((one) => (/^[\w@%+=:,./-]+$/.test(one) ? one : `'${one.replaceAll("'", "'\\''")}'`)).join(" ");
