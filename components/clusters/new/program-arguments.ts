/** Splits arguments as a shell does: blanks part them, single and double quotes keep them together. */
export function splitArguments(text: string): string[] {
  const found = text.matchAll(/(?:[^\s"'\\]+|\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*')+/g);
  return Array.from(found, ([argument]) =>
    argument.replaceAll(
      /"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|\\([\s\S])/g,
      (_, double: string | undefined, single: string | undefined, escaped: string | undefined) =>
        double === undefined ? (single ?? escaped ?? "") : double.replaceAll(/\\([\s\S])/g, "$1"),
    ),
  );
}

/** The text that `splitArguments` takes apart into these arguments again. */
export function joinArguments(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(" ");
}
