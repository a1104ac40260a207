import { formatJavaDouble } from "../options/java-double.ts";
import type { ConfigValue } from "./config-value.ts";
import type { NestedConfiguration } from "./nest-keys.ts";
import { hasLineBreak, inlineScalar, literalAllowed } from "./yaml-scalar.ts";

/** From this length on a key is written as `? key`. */
const longKey = 128;

/**
 * Writes a nested configuration as the text of `config.yaml`, byte for byte as Flink's client does.
 *
 * Flink: YamlParserUtils.convertAndDumpYamlFromFlatMap, by snakeyaml-engine in block style without line folding.
 */
export function writeConfigYaml(configuration: NestedConfiguration): string {
  if (configuration.size === 0) return "{}\n";
  const text = mappingLines(configuration, "").join("\n");
  return `${text.replace(/\n+$/, "")}\n`;
}

function mappingLines(mapping: NestedConfiguration, indent: string): string[] {
  return [...mapping].flatMap(([key, value]) => {
    const name = inlineScalar(key, "block");
    const [first, rest] = value instanceof Map ? mappingParts(value, indent) : valueParts(value, indent);
    if (name.length < longKey) return [`${indent}${name}:${first}`, ...rest];
    return [`${indent}? ${name}`, `${indent}:${first}`, ...rest];
  });
}

type Parts = [afterColon: string, furtherLines: string[]];

function mappingParts(mapping: NestedConfiguration, indent: string): Parts {
  return mapping.size === 0 ? [" {}", []] : ["", mappingLines(mapping, `${indent}  `)];
}

function valueParts(value: ConfigValue, indent: string): Parts {
  if (typeof value === "string") return stringParts(value, indent);
  if (typeof value === "number") return [` ${formatJavaDouble(value)}`, []];
  if (typeof value !== "object") return [` ${value}`, []];
  if (value.length === 0) return [" []", []];
  const items = value.flatMap((item) => {
    const [first, rest] = stringParts(item, indent);
    return [`${indent}-${first}`, ...rest];
  });
  return ["", items];
}

function stringParts(text: string, indent: string): Parts {
  if (!hasLineBreak(text) || !literalAllowed(text)) return [` ${inlineScalar(text, "block")}`, []];
  const indicator = /^[ \n\x85\u2028\u2029]/.test(text) ? "2" : "";
  const chomping = !/[\n\x85\u2028\u2029]$/.test(text) ? "-" : /(?:^|\n)\n$/.test(text) ? "+" : "";
  const lines = text.replace(/\n$/, "").split("\n");
  return [` |${indicator}${chomping}`, lines.map((line) => (line === "" ? "" : `${indent}  ${line}`))];
}
