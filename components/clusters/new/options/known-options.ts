import type { FlinkOption } from "#server/clusters/new-cluster.schema.ts";

/** The options of one Flink version, ready to be searched. */
export interface KnownOptions {
  readonly all: readonly FlinkOption[];
  readonly byKey: ReadonlyMap<string, FlinkOption>;
  /** The option that an older key stands for. */
  readonly byOldKey: ReadonlyMap<string, FlinkOption>;
  /** Flink's page on configuration. */
  readonly page: string;
}

export function knownOptions(all: readonly FlinkOption[], page: string): KnownOptions {
  return {
    all,
    page,
    byKey: new Map(all.map((option) => [option.key, option])),
    byOldKey: new Map(all.flatMap((option) => (option.oldKeys ?? []).map((key) => [key, option] as const))),
  };
}

/** Below these any name makes a key: environment variables, file systems, reporters, Hadoop's own options. */
const openPrefixes = [
  "containerized.master.env.",
  "containerized.taskmanager.env.",
  "flink.hadoop.",
  "fs.",
  "metrics.reporter.",
  "s3.",
];

/** The options whose key holds the text: those that begin with it first, deprecated ones last. */
export function findOptions({ all }: KnownOptions, text: string, most: number): readonly FlinkOption[] {
  const wanted = text.trim().toLowerCase();
  const places = all.flatMap((option) => {
    const at = option.key.toLowerCase().indexOf(wanted);
    if (at < 0) return [];
    const begins = at === 0 || option.key[at - 1] === ".";
    return [{ option, rank: (option.deprecated ? 4 : 0) + (at === 0 ? 0 : begins ? 1 : 2) }];
  });
  return places
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ option }) => option);
}

/** `Duration, 10 s by default`. */
export function typeWords({ type, values, default: fallback }: FlinkOption): string {
  const kind = values ? "one of a few" : type;
  if (fallback === undefined) return kind;
  const short = fallback.length > 40 ? `${fallback.slice(0, 40)}…` : fallback;
  return short === "" ? `${kind}, empty by default` : `${kind}, ${short} by default`;
}

/** What may be chosen as a value; empty where any text may stand. */
export function valuesOf(option: FlinkOption | undefined): readonly string[] {
  if (option?.values) return option.values;
  return option?.type === "Boolean" ? ["true", "false"] : [];
}

/** What is plainly wrong with a value of that type. What needs Flink's grammar is for the preview to say. */
export function valueProblem(option: FlinkOption | undefined, value: string): string | undefined {
  if (option === undefined || value === "") return undefined;
  const values = valuesOf(option);
  if (values.length > 0 && !values.some((one) => one.toLowerCase() === value.toLowerCase())) {
    return `Expected is ${values.join(", ")}.`;
  }
  if (/^(?:Integer|Long)$/.test(option.type) && !/^[-+]?\d+$/.test(value)) return "A whole number.";
  return undefined;
}

export type KeyNote =
  | { readonly kind: "known"; readonly option: FlinkOption; readonly href: string }
  | { readonly kind: "old"; readonly now: string; readonly href: string }
  | { readonly kind: "unknown"; readonly open: boolean };

/** What there is to say of a key: what it is, that it has another name now, or that this version does not know it. */
export function keyNote(known: KnownOptions, key: string): KeyNote | undefined {
  if (key === "") return undefined;
  const href = (of: string) => `${known.page}#${of.toLowerCase().replaceAll(".", "-")}`;
  const option = known.byKey.get(key);
  const newer = known.byOldKey.get(key);
  if (newer && (!option || option.deprecated)) return { kind: "old", now: newer.key, href: href(newer.key) };
  if (option) return { kind: "known", option, href: href(key) };
  return { kind: "unknown", open: openPrefixes.some((prefix) => key.startsWith(prefix)) };
}
