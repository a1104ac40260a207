import { IllegalValue } from "./illegal-value.ts";

/** Memory sizes are whole bytes as bigint: Flink counts in 64 bits, and 2^63 is more than a number holds exactly. */
const units: Readonly<Record<string, bigint>> = Object.fromEntries(
  [
    ["b", "bytes"],
    ["k", "kb", "kibibytes"],
    ["m", "mb", "mebibytes"],
    ["g", "gb", "gibibytes"],
    ["t", "tb", "tebibytes"],
  ].flatMap((names, power) => names.map((name) => [name, 1024n ** BigInt(power)])),
);

export const mebibyte = 1024n ** 2n;
export const maxBytes = 2n ** 63n - 1n;

/**
 * Parses a size such as `1600m`, `2 gb` or `1024` (bytes), in units of 1024.
 *
 * Flink: MemorySize.parseBytes.
 * @throws IllegalValue for signs, fractions, unknown units and more than 64 bits
 */
export function parseMemorySize(text: string): bigint {
  const match = /^(\d+)\s*([^\d\s].*)?$/.exec(text.trim());
  if (!match?.[1]) throw new IllegalValue("text does not start with a number");
  const unit = units[match[2]?.toLowerCase() ?? "b"];
  if (unit === undefined) {
    throw new IllegalValue(`memory size unit '${match[2]}' does not match any of the recognized units: b, k, m, g, t`);
  }
  const bytes = BigInt(match[1]) * unit;
  if (bytes > maxBytes) throw new IllegalValue(`the size '${text}' is more than 64-bit number of bytes`);
  return bytes;
}

/**
 * A size as Flink's messages print it: `300.000mb (314572800 bytes)`.
 *
 * The unit is the largest that is strictly smaller than the size, so that exactly 1 GiB prints as `1024.000mb`.
 * Flink: MemorySize.toHumanReadableString.
 */
export function humanReadableSize(bytes: bigint): string {
  const names = ["kb", "mb", "gb", "tb"];
  const power = [4, 3, 2, 1].find((candidate) => bytes > 1024n ** BigInt(candidate));
  if (power === undefined) return `${bytes} bytes`;
  return `${(Number(bytes) / 1024 ** power).toFixed(3)}${names[power - 1]} (${bytes} bytes)`;
}
