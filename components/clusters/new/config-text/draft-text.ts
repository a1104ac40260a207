import { configurationOf, type Draft, withOptions } from "../draft.ts";
import { readConfig } from "./read-config.ts";
import { setOption } from "./set-option.ts";

/** Flink 2 ships a nested `config.yaml`; people write Flink 1's flat. */
const styleOf = ({ flinkVersion }: Draft) => (flinkVersion.startsWith("1.") ? "flat" : "nested");

/**
 * The options of a draft as a config text: the text that was written last, with what the form changed since. A text that
 * can't be read stays as it is, for its author to mend.
 */
export function textOf(draft: Draft): string {
  const wanted = configurationOf(draft);
  const { leaves, problems } = readConfig(draft.configText);
  if (problems.length > 0) return draft.configText;
  const style = styleOf(draft);
  const gone = leaves.filter(({ key }) => !Object.hasOwn(wanted, key));
  const without = gone.reduce((text, { key }) => setOption(text, key, undefined, style), draft.configText);
  const said = new Map(leaves.map(({ key, value }) => [key, value]));
  return Object.entries(wanted)
    .filter(([key, value]) => said.get(key) !== value)
    .reduce((text, [key, value]) => setOption(text, key, value, style), without);
}

/** The draft after its text was written. What can't be read changes no option. */
export function withText(draft: Draft, configText: string): Draft {
  const { leaves, problems } = readConfig(configText);
  if (problems.length > 0) return { ...draft, configText };
  const options = Object.fromEntries(leaves.map(({ key, value }) => [key, value]));
  return withOptions({ ...draft, configText }, options);
}

/** Whether the text can be read, so that the form shows what it says. */
export const isReadable = ({ configText }: Draft): boolean => readConfig(configText).problems.length === 0;
