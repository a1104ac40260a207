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
    const long = name.length >= longKey;
    const [first, rest] = value instanceof Map ? mappingParts(value, indent, long) : valueParts(value, indent);
    return long ? [`${indent}? ${name}`, `${indent}:${first}`, ...rest] : [`${indent}${name}:${first}`, ...rest];
  });
}

type Parts = [afterColon: string, furtherLines: string[]];

/** Behind a long key, a mapping starts on the line of the colon. */
function mappingParts(mapping: NestedConfiguration, indent: string, compact: boolean): Parts {
  if (mapping.size === 0) return [" {}", []];
  const lines = mappingLines(mapping, `${indent}  `);
  if (!compact) return ["", lines];
  const [first = "", ...rest] = lines;
  return [` ${first.trimStart()}`, rest];
}

function valueParts(value: ConfigValue, indent: string): Parts {
  if (typeof value === "string") return stringParts(value, indent);
  if (typeof value === "number") return [` ${floatText(value)}`, []];
  if (typeof value !== "object") return [` ${value}`, []];
  if (value.length === 0) return [" []", []];
  const items = value.flatMap((item) => {
    const [first, rest] = stringParts(item, indent);
    return [`${indent}-${first}`, ...rest];
  });
  return ["", items];
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (Number.isFinite(value)) return formatJavaDouble(value);
  return value > 0 ? ".inf" : "-.inf";
}

function stringParts(text: string, indent: string): Parts {
  if (!hasLineBreak(text) || !literalAllowed(text)) return [` ${inlineScalar(text, "block")}`, []];
  const indicator = /^[ \n]/.test(text) ? "2" : "";
  const chomping = !text.endsWith("\n") ? "-" : /(?:^|\n)\n$/.test(text) ? "+" : "";
  const lines = text.replace(/\n$/, "").split("\n");
  return [` |${indicator}${chomping}`, lines.map((line) => (line === "" ? "" : `${indent}  ${line}`))];
}
