import type { ConfigValue } from "./config-value.ts";

export type NestedConfiguration = Map<string, ConfigValue | NestedConfiguration>;

/** Two keys of which one is a prefix of the other: `a` and `a.b` can't both stand in one nested file. */
export interface KeyConflict {
  readonly shorter: string;
  readonly longer: string;
}

/** Java's `String.split("\\.")`: empty segments at the end vanish, inner ones stay. */
function segmentsOf(key: string): string[] {
  const segments = key.split(".");
  while (segments.length > 1 && segments.at(-1) === "") segments.pop();
  return segments;
}

/**
 * Puts each flat key at its place in a tree that keeps the order of first use.
 *
 * Where a key is a proper prefix of another, Flink either fails or silently loses the longer one, depending on the
 * order of a hash map. Here that is a conflict, always.
 * Flink: YamlParserUtils.convertAndDumpYamlFromFlatMap.
 */
export function nestKeys(entries: readonly (readonly [string, ConfigValue])[]): {
  readonly tree: NestedConfiguration;
  readonly conflicts: readonly KeyConflict[];
} {
  const tree: NestedConfiguration = new Map();
  for (const [key, value] of entries) {
    const segments = segmentsOf(key);
    const last = segments.pop() ?? "";
    let node: NestedConfiguration = tree;
    for (const segment of segments) {
      const next = node.get(segment);
      if (next instanceof Map) node = next;
      else {
        const made: NestedConfiguration = new Map();
        node.set(segment, made);
        node = made;
      }
    }
    node.set(last, value);
  }
  return { tree, conflicts: conflictsOf(entries.map(([key]) => key)) };
}

function conflictsOf(keys: readonly string[]): KeyConflict[] {
  const byPath = new Map(keys.map((key) => [segmentsOf(key).join("."), key]));
  return keys.flatMap((longer) => {
    const segments = segmentsOf(longer);
    return segments.slice(1).flatMap((_, at) => {
      const shorter = byPath.get(segments.slice(0, at + 1).join("."));
      return shorter === undefined ? [] : [{ shorter, longer }];
    });
  });
}
