import { isMap, isNode, isScalar, isSeq, LineCounter, Pair, parseDocument, Scalar, type YAMLMap } from "yaml";

/** An option of a text: nested keys are joined by dots, as Flink reads its `config.yaml`. */
export interface ConfigEntry {
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

export interface ConfigProblem {
  readonly line: number;
  readonly message: string;
}

/** An entry with its place in the document. */
export interface ConfigLeaf extends ConfigEntry {
  readonly pair: Pair<unknown, unknown>;
  /** The mappings that lead to it, the outermost first. */
  readonly path: readonly YAMLMap[];
}

export interface ReadConfig {
  readonly leaves: readonly ConfigLeaf[];
  readonly problems: readonly ConfigProblem[];
  readonly root: YAMLMap | undefined;
}

/** Deeper than any option's key; bounds the reading of a pasted text. */
const MOST_DEPTH = 40;

/** Reads a `config.yaml`, nested or flat. What can't be an option is a problem with its line; the rest is still read. */
export function readConfig(text: string): ReadConfig {
  const lines = new LineCounter();
  // Every scalar as the text that stands there: `1.0` stays `1.0`.
  const { contents, errors } = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const problems = errors.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, message }));
  if (!isMap(contents)) {
    if (contents !== null && !isEmpty(contents))
      problems.push({ line: 1, message: "Expected are lines of key: value." });
    return { leaves: [], problems, root: undefined };
  }
  const leaves = new Map<string, ConfigLeaf>();
  for (const { key, pair, path } of pairsOf(contents, "", [contents])) {
    const { line } = lines.linePos(startOf(pair.key));
    const value = valueText(pair.value);
    if (typeof value !== "string") problems.push({ line, message: `${key} ${value.problem}` });
    else if (leaves.has(key)) problems.push({ line, message: `${key} is said twice; keep one.` });
    else leaves.set(key, { key, value, line, pair, path });
  }
  return { leaves: [...leaves.values()], problems, root: contents };
}

/** Every pair that is no mapping of further ones, under its whole key. */
function* pairsOf(
  map: YAMLMap,
  prefix: string,
  path: readonly YAMLMap[],
): Generator<Pick<ConfigLeaf, "key" | "pair" | "path">> {
  for (const pair of map.items) {
    const key = prefix + keyText(pair.key);
    if (!isMap(pair.value)) yield { key, pair, path };
    else if (path.length < MOST_DEPTH) yield* pairsOf(pair.value, `${key}.`, [...path, pair.value]);
    else yield { key, pair: new Pair(pair.key), path };
  }
}

const isEmpty = (node: unknown) => isScalar(node) && node.type === Scalar.PLAIN && node.value === "";

const startOf = (node: unknown) => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

export function keyText(node: unknown): string {
  return isScalar(node) ? String(node.value) : "";
}

/** A value as an option's text: lists as one line of flow YAML, which Flink reads back. */
function valueText(node: unknown): string | { readonly problem: string } {
  if (node === null || node === undefined) return { problem: "has no value." };
  if (isSeq(node)) return flowText(node, 0);
  if (!isScalar(node)) return { problem: "refers to another place (*), which is not taken here." };
  const text = String(node.value);
  if (node.type === Scalar.PLAIN && /^(?:~|null|Null|NULL)?$/.test(text)) return { problem: "has no value." };
  return text;
}

function flowText(node: unknown, depth: number): string {
  if (depth > MOST_DEPTH) return "null";
  if (isSeq(node)) return `[${node.items.map((item) => flowText(item, depth + 1)).join(", ")}]`;
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => `${flowScalar(keyText(key))}: ${flowText(value, depth + 1)}`);
    return `{${pairs.join(", ")}}`;
  }
  return isScalar(node) ? flowScalar(String(node.value), node.type) : "null";
}

function flowScalar(text: string, type?: string): string {
  const plain = type === undefined || type === Scalar.PLAIN;
  return plain && /^[^\s,[\]{}:#'"&*!|>%@`?-][^\n,[\]{}:#]*$/.test(text) ? text : JSON.stringify(text);
}
