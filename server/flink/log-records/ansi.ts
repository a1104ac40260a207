const esc = "\u001b";
// CSI (colours, cursor), OSC (titles, links) up to their end or the end of the text, and two-character sequences.
const sequence = new RegExp(
  [`${esc}\\[[0-?]*[ -/]*[@-~]`, `${esc}\\][^\u0007${esc}]*(?:\u0007|${esc}\\\\|$)`, `${esc}[@-Z\\\\^_]`].join("|"),
  "g",
);

/** The text without its terminal sequences. */
export function withoutAnsi(text: string): string {
  return text.includes(esc) ? text.replaceAll(sequence, "") : text;
}

/** The index in `text` of the character at `index` of `withoutAnsi(text)`. */
export function indexBeforeAnsi(text: string, index: number): number {
  let plain = 0;
  let at = 0;
  for (const match of text.matchAll(sequence)) {
    const run = match.index - at;
    if (plain + run > index) break;
    plain += run;
    at = match.index + match[0].length;
  }
  return at + (index - plain);
}
