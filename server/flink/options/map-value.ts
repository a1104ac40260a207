import { JavaHashMap } from "../configuration/java-hash-map.ts";
import { isMapping, loadYaml, type YamlValue, yamlText } from "../configuration/load-yaml.ts";
import type { Grammar } from "./grammar.ts";
import { IllegalValue } from "./illegal-value.ts";
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
  return loaded === undefined ? undefined : mappingPairs(loaded);
}

/** Undefined where the text is no YAML: then the older grammar is tried. */
export function tryYaml(text: string): YamlValue | undefined {
  try {
    return loadYaml(text);
  } catch {
    return undefined;
  }
}

/** Undefined for what is no mapping, and for one that lacks a value: `a:` alone, which the older grammar refuses, too. */
function mappingPairs(value: YamlValue): [string, string][] | undefined {
  if (!isMapping(value) || [...value].some((pair) => pair.includes(null))) return undefined;
  return [...value].map(([key, item]): [string, string] => [yamlText(key), yamlText(item)]);
}

/** Pairs of an item of a YAML list; undefined where it is no complete mapping. */
export function pairsOfItem(item: YamlValue): TextPairs | undefined {
  const pairs = mappingPairs(item);
  return pairs && JavaHashMap.of(pairs).entries();
}
