import type { Grammar } from "./grammar.ts";
import { IllegalValue } from "./illegal-value.ts";
import { parseJavaDouble } from "./java-double.ts";
import { parseList, parseListOfMaps } from "./list-value.ts";
import { parseMap, type TextPairs } from "./map-value.ts";
import { parseMemorySize } from "./memory-size.ts";

/**
 * A key with its type and default, and the keys that are looked up where it is absent.
 *
 * Flink: ConfigOption.
 */
export interface Option<T> {
  readonly key: string;
  /** Older or broader keys, tried in this order. */
  readonly fallbackKeys: readonly string[];
  readonly defaultValue: T;
  /** Set for maps: they may also be given as one key for each entry, `<key>.<entry>`. */
  readonly ofEntries?: (entries: TextPairs) => T;
  /** @throws IllegalValue */
  readonly parse: (text: string, grammar: Grammar) => T;
}

interface Details<T> {
  readonly defaultValue: T;
  readonly fallbackKeys?: readonly string[];
}

function define<T>(key: string, parse: Option<T>["parse"], details: Details<T>): Option<T> {
  return { key, parse, defaultValue: details.defaultValue, fallbackKeys: details.fallbackKeys ?? [] };
}

export function stringOption<T extends string | undefined>(key: string, details: Details<T>): Option<string | T> {
  return define<string | T>(key, (text) => text, details);
}

export function booleanOption(key: string, details: Details<boolean>): Option<boolean> {
  return define(key, parseBoolean, details);
}

export function integerOption<T extends number | undefined>(key: string, details: Details<T>): Option<number | T> {
  return define<number | T>(key, parseInteger, details);
}

export function doubleOption(key: string, details: Details<number>): Option<number> {
  return define(key, parseJavaDouble, details);
}

export function memoryOption<T extends bigint | undefined>(key: string, details: Details<T>): Option<bigint | T> {
  return define<bigint | T>(key, parseMemorySize, details);
}

export function enumOption<T extends string>(
  key: string,
  values: readonly T[],
  details: Details<NoInfer<T>>,
): Option<T> {
  return define(key, (text) => parseEnum(text, values), details);
}

export function mapOption(key: string, details: Partial<Details<TextPairs>> = {}): Option<TextPairs> {
  return { ...define(key, parseMap, { defaultValue: [], ...details }), ofEntries: (entries) => entries };
}

export function listOption(key: string): Option<readonly string[]> {
  return define(key, parseList, { defaultValue: [] });
}

export function listOfMapsOption(key: string): Option<readonly TextPairs[]> {
  return define(key, parseListOfMaps, { defaultValue: [] });
}

export function parseBoolean(text: string): boolean {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw new IllegalValue(`Unrecognized option for boolean: ${text}. Expected either true or false(case insensitive)`);
}

const maxInteger = 2 ** 31 - 1;

export function parseInteger(text: string): number {
  const value = /^[-+]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= -maxInteger - 1 && value <= maxInteger)) throw new IllegalValue(`'${text}' is not an integer`);
  return value;
}

export function parseEnum<const T extends string>(text: string, values: readonly T[]): T {
  const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (found === undefined) {
    throw new IllegalValue(`Could not parse value for enum. Expected one of: [${values.join(", ")}]`);
  }
  return found;
}
