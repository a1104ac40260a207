/** A continued line, an escaped character, a quoted part, white space, or other text. */
const part = /(\\\r?\n)|\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|(\s+)|([^\s\\'"]+|[\s\S])/g;

/**
 * Splits a pasted command into words as a POSIX shell would: quotes, backslashes and continued lines. Variables, globs,
 * semicolons and pipes stay text. Prompts (`$ `) and comment lines are left out, as they come with commands copied from a
 * page.
 */
export function splitShellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, continued, escaped, single, double, space, plain] of readable(text).matchAll(part)) {
    if (continued !== undefined) continue;
    if (space === undefined) {
      word = (word ?? "") + (escaped ?? single ?? plain ?? unescapeDouble(double ?? ""));
    } else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

/**
 * Takes out prompts and comments. A value that is continued right after `=`, `,` or `;` is joined without the next line's
 * indentation: Flink's documentation prints lists so, although a shell would end the word there.
 */
function readable(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*\$\s+/, ""))
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .replace(/(?<=[=,;])\\\r?\n[ \t]+/g, "")
    .trim();
}

/** Inside double quotes a backslash escapes only these. */
function unescapeDouble(text: string): string {
  return text.replace(/\\(\r?\n|[$`"\\])/g, (_, character: string) => (character.endsWith("\n") ? "" : character));
}
