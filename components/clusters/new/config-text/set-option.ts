import { flatText } from "./config-scalar.ts";
import { insertion, removal, replacement } from "./edits.ts";
import { readConfig } from "./read-config.ts";

/** How a text without anything in it begins: Flink 2 ships a nested file, Flink 1 a flat one. */
export type ConfigStyle = "nested" | "flat";

/**
 * The text with one option set, or taken out. All other lines stay byte for byte, comments among them.
 *
 * A text that can't be read is returned as it is: its author has to mend it first.
 */
export function setOption(text: string, key: string, value: string | undefined, style: ConfigStyle): string {
  const read = readConfig(text);
  if (read.problems.length > 0) return text;
  const leaf = read.leaves.find((one) => one.key === key);
  if (value === leaf?.value) return text;
  const wanted = new Map(read.leaves.map((one) => [one.key, one.value]));
  if (value === undefined) wanted.delete(key);
  else wanted.set(key, value);
  const edit =
    value === undefined
      ? leaf && removal(text, leaf)
      : leaf
        ? replacement(text, leaf, value)
        : insertion(text, read.root, key, value, style);
  const edited = edit && text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return edited !== undefined && holds(edited, wanted) ? edited : anew(text, wanted);
}

/**
 * The whole text written again, flat, its comments before it: where a mapping stands in braces, or a key would need the
 * place of a mapping (`high-availability` beside `high-availability.type`).
 */
function anew(text: string, wanted: ReadonlyMap<string, string>): string {
  const comments = text.split("\n").filter((line) => line.trimStart().startsWith("#"));
  const flat = flatText(wanted);
  const commented = [...comments.map((line) => `${line.trim()}\n`), flat].join("");
  return holds(commented, wanted) ? commented : flat;
}

function holds(text: string, wanted: ReadonlyMap<string, string>): boolean {
  const { leaves, problems } = readConfig(text);
  if (problems.length > 0 || leaves.length !== wanted.size) return false;
  return leaves.every(({ key, value }) => wanted.get(key) === value);
}
