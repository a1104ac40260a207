import type { FlinkRules } from "../../versions.ts";
import { type CatalogueOption, catalogueOf } from "./catalogue.ts";
import { optionDescriptions } from "./descriptions.ts";

/** An option as a person chooses it. */
export interface DescribedOption {
  readonly key: string;
  /** `Duration`, `List of String`. */
  readonly type: string;
  readonly default?: string | undefined;
  readonly values?: readonly string[] | undefined;
  /** Other keys that this version reads in its place. */
  readonly oldKeys?: readonly string[] | undefined;
  readonly deprecated?: true | undefined;
  readonly description?: string | undefined;
}

/** Every option of a version that a person may set, by key. Flink's internal ones are left out. */
export function describeOptions({ minor }: FlinkRules): readonly DescribedOption[] {
  return [...catalogueOf(minor).options.values()]
    .filter(({ key }) => !/(?:^|[.$])internal\./.test(key))
    .map(describe)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function describe(option: CatalogueOption): DescribedOption {
  const { key, type, list, values, fallbackKeys = [], deprecatedKeys = [], deprecated } = option;
  const oldKeys = [...fallbackKeys, ...deprecatedKeys];
  const description = optionDescriptions[key];
  return {
    key,
    type: list ? `List of ${type}` : type,
    ...(option.default !== undefined && { default: option.default }),
    ...(values && { values }),
    ...(oldKeys.length > 0 && { oldKeys }),
    ...(deprecated && { deprecated: true as const }),
    ...(description !== undefined && { description }),
  };
}

/** Where Flink's page on configuration of that version stands. An option is at the anchor of its key, dashes for dots. */
export function configurationPage({ minor }: FlinkRules): string {
  return `https://nightlies.apache.org/flink/flink-docs-release-${minor}/docs/deployment/config/`;
}
