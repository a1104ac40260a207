import type { FlinkMinor } from "../../versions.ts";
import options from "./options.generated.json" with { type: "json" };

/** An option as a Flink distribution declares it. Defaults are texts in Flink's own grammar. */
export interface CatalogueOption {
  readonly key: string;
  /** `String`, `Boolean`, `Integer`, `Long`, `Float`, `Double`, `MemorySize`, `Duration`, `Enum`, `Map`. */
  readonly type: string;
  readonly list?: boolean | undefined;
  readonly default?: string | undefined;
  /** Constants of an enum. */
  readonly values?: readonly string[] | undefined;
  readonly fallbackKeys?: readonly string[] | undefined;
  /** Older spellings, still read. */
  readonly deprecatedKeys?: readonly string[] | undefined;
  readonly deprecated?: boolean | undefined;
}

export interface Catalogue {
  readonly options: ReadonlyMap<string, CatalogueOption>;
  /** Older spellings, and the option that reads them now. */
  readonly currentOf: ReadonlyMap<string, CatalogueOption>;
  /** Options with a part to fill in: `external-resource.<resource_name>.amount`. */
  readonly patterns: readonly RegExp[];
}

const catalogues = new Map<FlinkMinor, Catalogue>();

/** All options that a Flink minor version knows, as read from its jars by `tools/option-catalogue`. */
export function catalogueOf(minor: FlinkMinor): Catalogue {
  const known = catalogues.get(minor);
  if (known) return known;
  const made = buildCatalogue(minor);
  catalogues.set(minor, made);
  return made;
}

function buildCatalogue(minor: FlinkMinor): Catalogue {
  const all: readonly (CatalogueOption & { readonly minors: readonly string[] })[] = options;
  const known = all.filter(({ minors }) => minors.includes(minor));
  const isPattern = ({ key }: CatalogueOption) => key.includes("<");
  return {
    options: new Map(known.filter((option) => !isPattern(option)).map((option) => [option.key, option])),
    currentOf: new Map(known.flatMap((option) => (option.deprecatedKeys ?? []).map((old) => [old, option] as const))),
    // `<parameter>` alone would fit everything.
    patterns: known
      .filter((option) => isPattern(option) && !option.key.startsWith("<"))
      .map(({ key }) => patternOf(key)),
  };
}

function patternOf(key: string): RegExp {
  const parts = key.split(/<[^>]*>/).map((text) => text.replace(/[.$]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`);
}
