import { isSequence, type YamlValue, yamlText } from "../configuration/load-yaml.ts";
import { mapOfItem, type TextPairs, tryYaml } from "./map-value.ts";
import type { Grammar } from "./option.ts";
import { splitQuoted } from "./structured-text.ts";

/**
 * Reads a list such as `one;'t;wo'`, or the same as YAML (`[one, two]`).
 *
 * Flink: ConfigurationUtils.convertToList.
 * @throws IllegalValue for wrong quotes
 */
export function parseList(text: string, grammar: Grammar): readonly string[] {
  return listItems(text, grammar).map(yamlText);
}

/** Reads a list of maps such as `a:1,b:2;a:3,b:4`, or a YAML list of mappings. */
export function parseListOfMaps(text: string, grammar: Grammar): readonly TextPairs[] {
  return listItems(text, grammar).map((item) => mapOfItem(item, grammar));
}

function listItems(text: string, grammar: Grammar): readonly YamlValue[] {
  const loaded = grammar.yaml ? tryYaml(text) : undefined;
  return isSequence(loaded) ? loaded : splitQuoted(text, ";");
}
