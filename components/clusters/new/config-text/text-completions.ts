import type { CodeCompletions } from "../../../ui/code-editor/code-editor-types.ts";
import { findOptions, type KnownOptions, typeWords, valuesOf } from "../options/known-options.ts";

const most = 60;

/** What may stand at a place of a config text: the rest of a key below its parents, or a value of the key before it. */
export function textCompletions(
  known: KnownOptions,
  text: string,
  offset: number,
  asked: boolean,
): CodeCompletions | undefined {
  const lines = text.slice(0, offset).split("\n");
  const line = lines.at(-1) ?? "";
  const said = /^(\s*)([\w.$-]*)(:\s+)?(\S*)$/.exec(line);
  if (!said) return undefined;
  const [, indent = "", name = "", colon, value = ""] = said;
  const parents = parentsOf(lines.slice(0, -1), indent.length);
  if (colon !== undefined) {
    const values = valuesOf(known.byKey.get(parents + name));
    if (values.length === 0) return undefined;
    return { from: offset - value.length, options: values.map((label) => ({ label, kind: "value" })) };
  }
  if (name === "" && !asked) return undefined;
  const found = findOptions(known, parents + name, most).filter(({ key }) => key.startsWith(parents));
  const options = found.map((option) => {
    const label = option.key.slice(parents.length);
    return { label, detail: typeWords(option), info: option.description, apply: `${label}: `, kind: "key" as const };
  });
  return options.length > 0 ? { from: offset - name.length, options } : undefined;
}

/** `jobmanager.memory.` for a line below `jobmanager:` and `memory:`. */
function parentsOf(lines: readonly string[], indent: number): string {
  let prefix = "";
  let least = indent;
  for (const line of lines.toReversed()) {
    const found = /^(\s*)([\w.$-]+):\s*(?:#.*)?$/.exec(line);
    const depth = found?.[1]?.length ?? 0;
    if (!found || depth >= least) continue;
    prefix = `${found[2]}.${prefix}`;
    least = depth;
  }
  return prefix;
}
