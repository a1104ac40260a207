import { isMapping, isSequence, loadYaml, YamlError, type YamlValue, yamlText } from "../configuration/load-yaml.ts";
import { type FlinkPod, mainContainerName } from "./flink-pod.ts";
import podFields from "./pod-fields.generated.json" with { type: "json" };

const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = podFields;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A template that can't be read as a pod. `message` names the field. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

/**
 * Reads a pod template, YAML or JSON, as the client's library does: numbers become text in text fields (labels, quantities,
 * environment values), fields that are not known are kept, empty lists and maps vanish. Only metadata and spec count.
 *
 * Flink: KubernetesUtils.loadPodFromTemplateFile.
 * @throws TemplateError for broken YAML, several documents, and values of a wrong type
 */
export function readPodTemplate(text: string): FlinkPod {
  const loaded = load(text);
  if (!isMapping(loaded)) throw new TemplateError("it is not a mapping");
  // Each field was converted to its type by the table of Kubernetes' own fields; what the table lacks is kept as it is.
  const pod = convertObject(loaded, "V1Pod", "") as unknown as ReadPod;
  const { containers = [], ...spec } = pod.spec ?? {};
  const { name: _, ...mainContainer } = containers.findLast(({ name }) => name === mainContainerName) ?? { name: "" };
  return {
    metadata: pod.metadata ?? {},
    spec,
    otherContainers: containers.filter(({ name }) => name !== mainContainerName),
    mainContainer,
  };
}

interface ReadPod {
  readonly metadata?: FlinkPod["metadata"];
  readonly spec?: FlinkPod["spec"] & { readonly containers?: FlinkPod["otherContainers"] };
}

function load(text: string): YamlValue | undefined {
  try {
    return loadYaml(text, "json");
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new TemplateError(error.message, { cause: error });
  }
}

function convertObject(value: YamlValue, type: string, path: string): Json {
  if (!isMapping(value)) throw wrong(path, value, "a mapping");
  const fields = fieldsOf[type] ?? {};
  const entries = [...value].flatMap(([key, item]): [string, Json][] => {
    const name = yamlText(key);
    const field = fields[name];
    if (item === null && field !== undefined) return [];
    const converted =
      field === undefined ? untyped(item) : convert(item, field, path === "" ? name : `${path}.${name}`);
    return isEmptyCollection(converted, field) ? [] : [[name, converted]];
  });
  return Object.fromEntries(entries);
}

/** Objects stay when empty (`emptyDir: {}`), lists and maps of texts do not. */
function isEmptyCollection(value: Json, field: string | undefined): boolean {
  if (field?.endsWith("[]")) return Array.isArray(value) && value.length === 0;
  return field === "map" && typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function convert(value: YamlValue, type: string, path: string): Json {
  if (type.endsWith("[]")) {
    if (!isSequence(value)) throw wrong(path, value, "a list");
    const itemType = type.slice(0, -2);
    return value.map((item, at) => (item === null ? null : convert(item, itemType, `${path}[${at}]`)));
  }
  if (type === "map") return convertMap(value, path);
  if (type.startsWith("V1")) return convertObject(value, type, path);
  if (type === "string") return scalarText(value, path);
  if (type === "boolean") return convertBoolean(value, path);
  if (type === "number") return convertNumber(value, path);
  if (type === "IntOrString" && typeof value === "string") return value;
  return type === "IntOrString" ? convertNumber(value, path) : untyped(value);
}

function convertMap(value: YamlValue, path: string): Json {
  if (!isMapping(value)) throw wrong(path, value, "a mapping");
  const entries = [...value].map(([key, item]): [string, Json] => {
    const name = yamlText(key);
    return [name, item === null ? null : scalarText(item, `${path}.${name}`)];
  });
  return Object.fromEntries(entries);
}

function scalarText(value: YamlValue, path: string): string {
  if (value === null || isMapping(value) || isSequence(value)) throw wrong(path, value, "a text");
  return yamlText(value);
}

function convertBoolean(value: YamlValue, path: string): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "string" && /^(true|True|TRUE|false|False|FALSE)$/.test(value)) return /^t/i.test(value);
  throw wrong(path, value, "true or false");
}

function convertNumber(value: YamlValue, path: string): number {
  const number = typeof value === "string" && /^\s*[-+]?\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number === "bigint" || typeof number === "number") return Math.trunc(Number(number));
  throw wrong(path, value, "a number");
}

function untyped(value: YamlValue): Json {
  if (typeof value === "bigint") return Number(value);
  if (isSequence(value)) return value.map(untyped);
  if (isMapping(value)) return Object.fromEntries([...value].map(([key, item]) => [yamlText(key), untyped(item)]));
  return value;
}

function wrong(path: string, value: YamlValue, wanted: string): TemplateError {
  return new TemplateError(`${path} should be ${wanted}, but is ${yamlText(value).slice(0, 60)}`);
}
