import { isSequence, type YamlValue, yamlText } from "../configuration/load-yaml.ts";
import type { Grammar } from "./grammar.ts";
import { pairsOfItem, parseMap, type TextPairs, tryYaml } from "./map-value.ts";
import { splitQuoted } from "./structured-text.ts";

/**
 * Reads a list such as `one;'t;wo'`, or the same as YAML (`[one, two]`).
 *
 * Flink: ConfigurationUtils.convertToList.
 * @throws IllegalValue for wrong quotes
 */
export function parseList(text: string, grammar: Grammar): readonly string[] {
  const items = yamlItems(text, grammar);
  return items && !items.includes(null) ? items.map(yamlText) : splitQuoted(text, ";");
}

/**
 * Reads a list of maps such as `a:1,b:2;a:3,b:4`, or a YAML list of nothing but mappings.
 *
 * Flink: ConfigurationUtils.convertToList.
 * @throws IllegalValue for wrong quotes and items that are no maps
 */
export function parseListOfMaps(text: string, grammar: Grammar): readonly TextPairs[] {
  const maps = yamlItems(text, grammar)?.map(pairsOfItem);
  if (maps && isComplete(maps)) return maps;
  return splitQuoted(text, ";").map((item) => parseMap(item, { ...grammar, yaml: grammar.yamlInItems }));
}

function yamlItems(text: string, grammar: Grammar): readonly YamlValue[] | undefined {
  const loaded = grammar.yaml ? tryYaml(text) : undefined;
  return isSequence(loaded) ? loaded : undefined;
}

function isComplete(maps: readonly (TextPairs | undefined)[]): maps is readonly TextPairs[] {
  return !maps.includes(undefined);
}
