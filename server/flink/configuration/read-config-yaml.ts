import type { ConfigValue, FlinkConfiguration } from "./config-value.ts";
import { JavaHashMap } from "./java-hash-map.ts";
import { isMapping, isSequence, loadYaml, YamlError, type YamlMapping, type YamlValue, yamlText } from "./load-yaml.ts";

/**
 * Reads the text of `config.yaml` into flat keys: nested mappings joined by dots, lists as one line of flow YAML.
 *
 * Flink: GlobalConfiguration.loadYAMLResource.
 * @param perLevel true for Flink 1.20, which pours a map of its own for each level into its parent; that shows in the
 *   order of keys only
 * @throws YamlError for broken YAML, a key without a value, a key that is no text, and a file that is no mapping
 */
export function readConfigYaml(text: string, perLevel: boolean): FlinkConfiguration {
  const loaded = loadYaml(text);
  if (loaded === undefined) return new JavaHashMap();
  if (!isMapping(loaded)) throw new YamlError("the file must be a mapping of keys to values");
  return perLevel ? flattenPerLevel(loaded, "") : JavaHashMap.of(flatten(loaded, ""));
}

function flatten(mapping: YamlMapping, prefix: string): [string, ConfigValue][] {
  return [...mapping].flatMap(([key, value]): [string, ConfigValue][] => {
    const path = prefix + keyText(key);
    return isMapping(value) ? flatten(value, `${path}.`) : [[path, leaf(path, value)]];
  });
}

function flattenPerLevel(mapping: YamlMapping, prefix: string): FlinkConfiguration {
  const level: FlinkConfiguration = new JavaHashMap();
  for (const [key, value] of mapping) {
    const path = prefix + keyText(key);
    if (isMapping(value)) level.putAll(flattenPerLevel(value, `${path}.`));
    else level.set(path, leaf(path, value));
  }
  return level;
}

function keyText(key: YamlValue): string {
  if (key === null) return "null";
  if (typeof key !== "string") throw new YamlError(`the key ${yamlText(key)} is not a text`);
  return key;
}

function leaf(path: string, value: YamlValue): ConfigValue {
  if (value === null) throw new YamlError(`the key ${path} has no value`);
  return isSequence(value) || isMapping(value) ? yamlText(value) : value;
}
