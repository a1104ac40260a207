/** A continued line with the next one's indentation, an escaped character, a quoted part, white space, or other text. */
const part = /\\\r?\n([ \t]*)|\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|(\s+)|(#[^\n]*)|([^\s\\'"]+|[\s\S])/g;

/**
 * Splits a pasted command into words as a POSIX shell would: quotes, backslashes, continued lines and comments.
 * Variables, globs, semicolons and pipes stay text.
 *
 * Two things are kinder than a shell, because Flink's documentation prints them so: a prompt (`$`) at the start of a line
 * is left out, and a value continued right behind `=`, `,` or `;` goes on behind the next line's indentation.
 */
export function splitShellWords(text: string): string[] {
  const words: (string | undefined)[] = [];
  let word: string | undefined;
  let lineStart = true;
  for (const match of text.matchAll(part)) {
    if (endsWord(match, word)) {
      words.push(word);
      word = undefined;
      lineStart = match[5]?.includes("\n") ?? false;
    } else if (match[1] === undefined && (word !== undefined || !isLeftOut(match, lineStart))) {
      word = (word ?? "") + textOf(match);
    }
  }
  return [...words, word].filter((found) => found !== undefined);
}

function endsWord([, indentation, , , , space]: RegExpExecArray, word = ""): boolean {
  return space !== undefined || (Boolean(indentation) && !/[=,;]$/.test(word));
}

/** Comments begin a word, prompts a line. */
function isLeftOut([, , , , , , comment, plain]: RegExpExecArray, lineStart: boolean): boolean {
  return comment !== undefined || (lineStart && plain === "$");
}

function textOf([, , escaped, single, double, , comment, plain]: RegExpExecArray): string {
  return escaped ?? single ?? comment ?? plain ?? unescapeDouble(double ?? "");
}

/** Inside double quotes a backslash escapes only these. */
function unescapeDouble(text: string): string {
  return text.replace(/\\(\r?\n|[$`"\\])/g, (_, character: string) => (character.endsWith("\n") ? "" : character));
}
