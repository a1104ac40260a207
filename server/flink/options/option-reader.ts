import { configValueText, type FlinkConfiguration } from "../configuration/config-value.ts";
import { JavaHashMap } from "../configuration/java-hash-map.ts";
import type { RenderIssue } from "../resources/rendering.ts";
import type { Grammar } from "./grammar.ts";
import { IllegalValue } from "./illegal-value.ts";
import type { TextPairs } from "./map-value.ts";
import type { Option } from "./option.ts";
import { isSensitiveKey } from "./sensitive-keys.ts";

/** Where the value of an option was found, and what stands there. */
type Found = { readonly key: string } & ({ readonly text: string } | { readonly entries: TextPairs });

/**
 * Reads typed options out of a configuration and reports what can't be read, so that all mistakes are found at once.
 *
 * Flink: Configuration.get, ReadableConfig.
 */
export class OptionReader {
  readonly #configuration: FlinkConfiguration;
  readonly #grammar: Grammar;
  readonly #report: (issue: RenderIssue) => void;

  constructor(configuration: FlinkConfiguration, grammar: Grammar, report: (issue: RenderIssue) => void) {
    this.#configuration = configuration;
    this.#grammar = grammar;
    this.#report = report;
  }

  /** The value, or the default where the option is unset; also where it can't be read, which is reported. */
  get<T>(option: Option<T>): T {
    const found = this.#find(option);
    if (!found) return option.defaultValue;
    if ("entries" in found) return option.ofEntries?.(found.entries) ?? option.defaultValue;
    try {
      return option.parse(found.text, this.#grammar);
    } catch (error) {
      if (!(error instanceof IllegalValue)) throw error;
      this.#report(unreadable(found.key, found.text, option.key, error.message));
      return option.defaultValue;
    }
  }

  /** Whether the option, or one of its fallback keys, is given. */
  isSet(option: Option<unknown>): boolean {
    return this.#find(option) !== undefined;
  }

  /** The key under which the option's value stands. */
  keyOf(option: Option<unknown>): string | undefined {
    return this.#find(option)?.key;
  }

  /** The keys below a prefix with their texts, the prefix taken off, in the order of Java's hash map. */
  below(prefix: string): TextPairs {
    const map = new JavaHashMap<string>();
    for (const [key, value] of this.#configuration.entries()) {
      if (key.startsWith(prefix) && key.length > prefix.length)
        map.set(key.slice(prefix.length), configValueText(value));
    }
    return map.entries();
  }

  #find(option: Option<unknown>): Found | undefined {
    for (const key of [option.key, ...option.fallbackKeys]) {
      const value = this.#configuration.get(key);
      if (value !== undefined) return { key, text: configValueText(value) };
      const entries = option.ofEntries ? this.below(`${key}.`) : [];
      if (entries.length > 0) return { key, entries };
    }
    return undefined;
  }
}

function unreadable(field: string, text: string, key: string, reason: string): RenderIssue {
  const detail = isSensitiveKey(field)
    ? `Could not parse value for key '${key}'.`
    : `Could not parse value '${text}' for key '${key}': ${reason}.`;
  return { field, code: "option-unreadable", detail };
}
