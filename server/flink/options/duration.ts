import { IllegalValue } from "./illegal-value.ts";

/** Nanoseconds of each unit: durations are whole nanoseconds as bigint, as Java's Duration counts them. */
const units: readonly (readonly [nanoseconds: bigint, names: readonly string[]])[] = [
  [86_400_000_000_000n, ["d", "day", "days"]],
  [3_600_000_000_000n, ["h", "hour", "hours"]],
  [60_000_000_000n, ["min", "m", "minute", "minutes"]],
  [1_000_000_000n, ["s", "sec", "secs", "second", "seconds"]],
  [1_000_000n, ["ms", "milli", "millis", "millisecond", "milliseconds"]],
  [1_000n, ["µs", "micro", "micros", "microsecond", "microseconds"]],
  [1n, ["ns", "nano", "nanos", "nanosecond", "nanoseconds"]],
];

const nanosecondsOf = new Map(units.flatMap(([size, names]) => names.map((name) => [name, size] as const)));

/**
 * Parses a duration such as `10 s`, `1h` or `500` (milliseconds) into nanoseconds.
 *
 * Flink: TimeUtils.parseDuration.
 * @param iso whether `PT10S` is known, too: from Flink 2.0
 * @throws IllegalValue for signs, fractions and unknown units
 */
export function parseDuration(text: string, iso: boolean): bigint {
  const trimmed = text.trim();
  if (iso && /^p/i.test(trimmed)) return parseIsoDuration(trimmed);
  const match = /^(\d+)\s*([^\d\s].*)?$/.exec(trimmed);
  if (!match?.[1]) throw new IllegalValue("text does not start with a number");
  const unit = nanosecondsOf.get(match[2]?.toLowerCase() ?? "ms");
  if (unit === undefined) throw new IllegalValue(`time unit label '${match[2]}' is not recognized`);
  return BigInt(match[1]) * unit;
}

function parseIsoDuration(text: string): bigint {
  const match = /^P(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{0,9}))?S)?)?$/i.exec(text);
  const given = match?.slice(1).some((part) => part !== undefined && part.toUpperCase() !== "T");
  if (!match || !given || text.toUpperCase().endsWith("T")) {
    throw new IllegalValue("text cannot be parsed to a duration");
  }
  const [, days = "0", , hours = "0", minutes = "0", seconds = "0", fraction = ""] = match;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  return whole * 1_000_000_000n + BigInt(fraction.padEnd(9, "0"));
}
