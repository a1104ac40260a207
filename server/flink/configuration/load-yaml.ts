import { parseAllDocuments, type ScalarTag } from "yaml";
import { formatJavaDouble } from "../options/java-double.ts";
import { inlineScalar } from "./yaml-scalar.ts";

/** YAML as Flink's loader types it: integers are bigint, floats are number. */
export type YamlValue = string | boolean | bigint | number | null | readonly YamlValue[] | YamlMapping;
export type YamlMapping = ReadonlyMap<YamlValue, YamlValue>;

export class YamlError extends Error {
  override readonly name = "YamlError";
}

/** Aliases are expanded; more than so many nodes is an attack ("billion laughs"), not a configuration. */
const maxAliases = 50;

/** Plain scalars as JSON writes them; `~`, `012`, `True` and `yes` stay text. Quoted ones are text anyway. */
const jsonTags: ScalarTag[] = [
  { tag: "tag:yaml.org,2002:null", default: true, test: /^(?:null)?$/, resolve: () => null },
  { tag: "tag:yaml.org,2002:bool", default: true, test: /^(?:true|false)$/, resolve: (text) => text === "true" },
  { tag: "tag:yaml.org,2002:int", default: true, test: /^-?(?:0|[1-9][0-9]*)$/, resolve: (text) => BigInt(text) },
  {
    tag: "tag:yaml.org,2002:float",
    default: true,
    test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
    resolve: (text) => Number(text),
  },
];

/**
 * Loads one document. Undefined for an empty text.
 *
 * Flink reads its own files by YAML 1.2's core schema (YamlParserUtils); its Kubernetes library reads pod templates by the
 * JSON schema. Both by snakeyaml-engine.
 * @throws YamlError with the parser's first complaint, and for several documents
 */
export function loadYaml(text: string, schema: Schema = "core"): YamlValue | undefined {
  const key = `${schema} ${text}`;
  if (loaded.has(key)) return loaded.get(key);
  const value = parseYaml(text, schema);
  const [oldest] = loaded.keys();
  if (loaded.size >= maxLoaded && oldest !== undefined) loaded.delete(oldest);
  if (text.length <= maxLoadedLength) loaded.set(key, value);
  return value;
}

type Schema = "core" | "json";

/**
 * The last texts and what they hold. A preview renders the same files again for each key that a person presses, and
 * parsing is most of the time of a rendering. Values are never changed, so they can be shared.
 */
const loaded = new Map<string, YamlValue | undefined>();
const maxLoaded = 32;
const maxLoadedLength = 65_536;

function parseYaml(text: string, schema: Schema): YamlValue | undefined {
  const documents = parseAllDocuments(text, {
    version: "1.2",
    ...(schema === "core" ? { schema } : { schema: "failsafe", customTags: jsonTags }),
    intAsBigInt: true,
    uniqueKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  if (!Array.isArray(documents)) return undefined;
  const [document, ...others] = documents;
  if (!document) return undefined;
  if (others.length > 0) throw new YamlError("expected a single document, but found another");
  const [error] = document.errors;
  if (error) throw new YamlError(error.message);
  if (document.contents === null) return undefined;
  try {
    return checked(document.toJS({ mapAsMap: true, maxAliasCount: maxAliases }));
  } catch (cause) {
    if (cause instanceof YamlError) throw cause;
    throw new YamlError(cause instanceof Error ? cause.message : "the document can't be read", { cause });
  }
}

function checked(value: unknown): YamlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "bigint" || typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(checked);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [checked(key), checked(item)]));
  if (value instanceof Set) return new Map([...value].map((key) => [checked(key), null]));
  throw new YamlError(`a value of type ${typeof value} is not supported`);
}

export const isMapping = (value: YamlValue | undefined): value is YamlMapping => value instanceof Map;
export const isSequence = (value: YamlValue | undefined): value is readonly YamlValue[] => Array.isArray(value);

/**
 * A value as text: scalars as Java prints them, lists and mappings as one line of flow YAML.
 *
 * Flink: YamlParserUtils.toYAMLString.
 */
export function yamlText(value: YamlValue): string {
  if (typeof value === "string") return value;
  return flowText(value);
}

function flowText(value: YamlValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return inlineScalar(value, "flow");
  if (typeof value === "number") return formatJavaDouble(value);
  if (isSequence(value)) return `[${value.map(flowText).join(", ")}]`;
  if (isMapping(value)) return `{${[...value].map(([key, item]) => `${flowText(key)}: ${flowText(item)}`).join(", ")}}`;
  return String(value);
}
