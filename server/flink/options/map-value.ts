import { JavaHashMap } from "../configuration/java-hash-map.ts";
import { isMapping, loadYaml, type YamlMapping, type YamlValue, yamlText } from "../configuration/load-yaml.ts";
import { IllegalValue } from "./illegal-value.ts";
import type { Grammar } from "./option.ts";
import { splitQuoted } from "./structured-text.ts";

/** Pairs in the order of Java's hash map: it decides the order of the volumes that are made from them. */
export type TextPairs = readonly (readonly [key: string, value: string])[];

/**
 * Reads a map such as `a:1,b:'http://x'`, or the same as YAML (`{a: 1}`).
 *
 * Flink: ConfigurationUtils.convertToProperties.
 * @throws IllegalValue for a piece that is no pair, a key given twice and wrong quotes
 */
export function parseMap(text: string, grammar: Grammar): TextPairs {
  return JavaHashMap.of(yamlPairs(text, grammar) ?? writtenPairs(text)).entries();
}

function writtenPairs(text: string): [string, string][] {
  const pairs = splitQuoted(text, ",").map((piece): [string, string] => {
    const [key, value, ...more] = splitQuoted(piece, ":");
    if (key === undefined || value === undefined || more.length > 0) {
      throw new IllegalValue(`Map item is not a key-value pair (missing ':'?): ${piece}`);
    }
    return [key, value];
  });
  const twice = pairs.find(([key], at) => pairs.findIndex(([other]) => other === key) < at);
  if (twice) throw new IllegalValue(`Duplicate key ${twice[0]}`);
  return pairs;
}

function yamlPairs(text: string, grammar: Grammar): [string, string][] | undefined {
  const loaded = grammar.yaml ? tryYaml(text) : undefined;
  return isMapping(loaded) ? mappingPairs(loaded) : undefined;
}

/** Undefined where the text is no YAML: then the older grammar is tried. */
export function tryYaml(text: string): YamlValue | undefined {
  try {
    return loadYaml(text);
  } catch {
    return undefined;
  }
}

function mappingPairs(mapping: YamlMapping): [string, string][] {
  return [...mapping].map(([key, value]): [string, string] => [yamlText(key), yamlText(value)]);
}

/** Reads an item of a list of maps: a mapping of YAML, or its own text. */
export function mapOfItem(item: YamlValue, grammar: Grammar): TextPairs {
  return isMapping(item) ? JavaHashMap.of(mappingPairs(item)).entries() : parseMap(yamlText(item), grammar);
}
