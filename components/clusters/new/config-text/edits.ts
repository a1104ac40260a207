import { isMap, isNode, isScalar, isSeq, Scalar, type YAMLMap } from "yaml";
import { configScalar } from "./config-scalar.ts";
import { type ConfigLeaf, keyText } from "./read-config.ts";

/** A replacement of one stretch of a text. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From a node's first character to the one behind its last; the line end of a block text is not its own here. */
function stretchOf(node: unknown, text: string): Stretch | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [from, end] = node.range;
  const to = end > from && text[end - 1] === "\n" ? end - 1 : end;
  return { from, to };
}

const isBlockText = (node: unknown) =>
  isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);

/** Puts another value in the place of an option's. */
export function replacement(text: string, { pair }: ConfigLeaf, value: string): TextEdit | undefined {
  const at = stretchOf(pair.value, text);
  const key = stretchOf(pair.key, text);
  if (!at || !key) return undefined;
  if (!isBlockText(pair.value) && !(isSeq(pair.value) && !pair.value.flow)) {
    return { ...at, insert: configScalar(value) };
  }
  // A list or a text over several lines: from behind the colon.
  const colon = text.indexOf(":", key.to);
  return colon < 0 ? undefined : { from: colon + 1, to: at.to, insert: ` ${configScalar(value)}` };
}

/** Takes an option's lines out, and those of mappings that would be left empty. */
export function removal(text: string, { pair, path }: ConfigLeaf): TextEdit | undefined {
  const emptied = path.toReversed().findIndex((map) => map.items.length > 1);
  // The pair within the innermost mapping that keeps others.
  const holder = emptied < 0 ? path[0] : path.at(-1 - emptied);
  const inner = emptied < 0 ? path[1] : path.at(-emptied);
  const gone = (emptied === 0 ? undefined : holder?.items.find((one) => one.value === inner)) ?? pair;
  const key = stretchOf(gone.key, text);
  const value = stretchOf(gone.value, text);
  if (!key || !value || holder?.flow) return undefined;
  const from = text.lastIndexOf("\n", key.from - 1) + 1;
  const lineEnd = text.indexOf("\n", Math.max(value.to, key.to));
  return { from, to: lineEnd < 0 ? text.length : lineEnd + 1, insert: "" };
}

/** Adds an option at the end of the deepest mapping that it belongs to. */
export function insertion(
  text: string,
  root: YAMLMap | undefined,
  key: string,
  value: string,
  style: "nested" | "flat",
): TextEdit | undefined {
  const flatLine = `${configScalar(key)}: ${configScalar(value)}\n`;
  const segments = key.split(".");
  const nests = !segments.includes("") && (root === undefined ? style === "nested" : !isFlat(root));
  if (root === undefined) {
    const lines = nests ? nestedLines(segments, value, "") : flatLine;
    return { from: text.length, to: text.length, insert: text === "" || text.endsWith("\n") ? lines : `\n${lines}` };
  }
  if (root.flow) return undefined;
  const place = nests ? deepest(root, segments) : undefined;
  if (place === undefined) return behind(text, root, flatLine);
  const indent = indentOf(text, place.map);
  return indent === undefined ? undefined : behind(text, place.map, nestedLines(place.rest, value, indent));
}

/** Dots in its keys and no mapping in it: who wrote it wants it flat. */
function isFlat(root: YAMLMap): boolean {
  return root.items.some(({ key }) => keyText(key).includes(".")) && !root.items.some(({ value }) => isMap(value));
}

/** Undefined where the key can't be nested: a value stands where a mapping would have to, or the other way round. */
function deepest(root: YAMLMap, segments: readonly string[]): { map: YAMLMap; rest: readonly string[] } | undefined {
  let map = root;
  for (const [at, segment] of segments.entries()) {
    const pair = map.items.find((one) => keyText(one.key) === segment);
    if (pair === undefined) return { map, rest: segments.slice(at) };
    if (!isMap(pair.value) || pair.value.flow || pair.value.items.length === 0) return undefined;
    map = pair.value;
  }
  return undefined;
}

function indentOf(text: string, map: YAMLMap): string | undefined {
  const first = stretchOf(map.items[0]?.key, text);
  if (!first) return undefined;
  const indent = text.slice(text.lastIndexOf("\n", first.from - 1) + 1, first.from);
  return indent.trim() === "" ? indent : undefined;
}

function nestedLines(segments: readonly string[], value: string, indent: string): string {
  return segments
    .map((segment, at) => {
      const last = at === segments.length - 1;
      return `${indent}${"  ".repeat(at)}${configScalar(segment)}:${last ? ` ${configScalar(value)}` : ""}\n`;
    })
    .join("");
}

function behind(text: string, map: YAMLMap, lines: string): TextEdit | undefined {
  const last = map.items.at(-1);
  const end = stretchOf(lastNode(last?.value) ?? last?.key, text);
  if (!end) return undefined;
  const lineEnd = text.indexOf("\n", end.to);
  return lineEnd < 0
    ? { from: text.length, to: text.length, insert: `\n${lines}` }
    : { from: lineEnd + 1, to: lineEnd + 1, insert: lines };
}

/** A mapping's own range reaches over the comments behind it; its last value's does not. */
function lastNode(node: unknown): unknown {
  if (!isMap(node) || node.flow) return node;
  const last = node.items.at(-1);
  return last === undefined ? node : (lastNode(last.value) ?? last.key);
}
