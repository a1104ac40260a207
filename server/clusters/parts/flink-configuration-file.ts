import { isScalar, parseDocument, visit } from "yaml";
import { configValueText } from "../../flink/configuration/config-value.ts";
import { readConfigYaml } from "../../flink/configuration/read-config-yaml.ts";
import { readFlinkConf } from "../../flink/configuration/read-flink-conf.ts";
import { isSensitiveKey } from "../../flink/options/sensitive-keys.ts";
import type { ClusterObjects, ConfigMap } from "./cluster-objects.ts";

export const mask = "******";

export interface ConfigurationFile {
  readonly configMap: ConfigMap;
  readonly name: "config.yaml" | "flink-conf.yaml";
  readonly text: string;
}

/** The file that Flink's pods read: in the ConfigMap named after the cluster. */
export function configurationFileOf({ clusterId, configMaps }: ClusterObjects): ConfigurationFile | undefined {
  const configMap = configMaps.find(({ metadata }) => metadata?.name === `flink-config-${clusterId}`);
  for (const name of ["config.yaml", "flink-conf.yaml"] as const) {
    const text = configMap?.data?.[name];
    if (configMap !== undefined && text !== undefined) return { configMap, name, text };
  }
  return undefined;
}

/** Flat keys and values; empty when the file can't be read, which a person may have caused by hand. */
export function optionsOf({ name, text }: Pick<ConfigurationFile, "name" | "text">): Map<string, string> {
  try {
    const read = name === "config.yaml" ? readConfigYaml(text, false) : readFlinkConf(text).configuration;
    return new Map([...read.entries()].map(([key, value]) => [key, configValueText(value)]));
  } catch {
    return new Map();
  }
}

export interface MaskedText {
  readonly text: string;
  readonly masked: readonly string[];
}

/**
 * The file with the values of sensitive keys hidden, everything else as it stands. A file that can't be read is hidden as a
 * whole: where a secret ends in it is not known.
 */
export function maskText({ name, text }: Pick<ConfigurationFile, "name" | "text">): MaskedText {
  return name === "config.yaml" ? maskYaml(text) : maskLines(text);
}

const unreadable = "# This file is not YAML, so what is secret in it can't be told: it is not shown.\n";

function maskYaml(text: string): MaskedText {
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.errors.length > 0) return { text: unreadable, masked: [] };
  const masked: string[] = [];
  const ranges: { from: number; to: number }[] = [];
  const hide = (key: string, range: readonly number[] | null | undefined) => {
    const [from, to] = range ?? [];
    if (from === undefined || to === undefined || to <= from) return;
    masked.push(key);
    // A block of lines ends with the line break that the next key needs.
    ranges.push({ from, to: text[to - 1] === "\n" ? to - 1 : to });
  };
  visit(document, {
    Pair(_, pair, path) {
      const above = path.flatMap((node) => (typeof node === "object" && "key" in node ? [keyText(node.key)] : []));
      const key = [...above, keyText(pair.key)].join(".");
      if (!isSensitiveKey(key)) return undefined;
      const value = pair.value;
      if (typeof value === "object" && value !== null && "range" in value) hide(key, rangeOf(value.range));
      return visit.SKIP;
    },
  });
  const hidden = ranges
    .toSorted((one, other) => other.from - one.from)
    .reduce((rest, { from, to }) => rest.slice(0, from) + mask + rest.slice(to), text);
  return { text: hidden, masked };
}

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : "");

const rangeOf = (range: unknown): number[] | undefined =>
  Array.isArray(range) && range.every((at) => typeof at === "number") ? range : undefined;

function maskLines(text: string): MaskedText {
  const masked: string[] = [];
  const lines = text.split("\n").map((line) => {
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(colon, 0)).trim();
    if (key === "" || !isSensitiveKey(key)) return line;
    masked.push(key.replace(/^#\s*/, ""));
    return `${line.slice(0, colon)}: ${mask}`;
  });
  return { text: lines.join("\n"), masked };
}

export function maskOptions(options: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries([...options].map(([key, value]) => [key, isSensitiveKey(key) ? mask : value]));
}
