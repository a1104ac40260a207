/**
 * Text as it may be shown: what would act on the terminal or reorder the line is made visible instead. Control
 * characters become their pictures, marks of writing direction and invisible format characters their code.
 */
export function visibleText(text: string): string {
  return hidden.test(text) ? text.replaceAll(everyHidden, shown) : text;
}

// Tabs stay. C0 and C1 controls; bidirectional marks, overrides and isolates; zero-width characters; line separators.
const characters =
  "[\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]";
const hidden = new RegExp(characters);
const everyHidden = new RegExp(characters, "g");

function shown(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `\u27e8${code.toString(16).toUpperCase().padStart(4, "0")}\u27e9`;
}
