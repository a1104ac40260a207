import { formatJavaDouble } from "../options/java-double.ts";
import { humanReadableSize } from "../options/memory-size.ts";
import { memoryRefusal } from "./memory-refusal.ts";

/** A share of something else, kept between bounds. Flink: RangeFraction. */
export interface RangeFraction {
  readonly name: string;
  readonly min: bigint;
  readonly max: bigint;
  /** A 32-bit float widened to double, as Flink holds it: 0.1 is 0.10000000149011612. */
  readonly fraction: number;
}

/** @throws Refusal where min is over max, or the fraction is not in [0, 1) */
export function rangeFraction(name: string, min: bigint, max: bigint, fraction: number): RangeFraction {
  if (min > max || !(fraction >= 0 && fraction < 1)) {
    throw memoryRefusal(
      `Inconsistently configured ${name} (${formatJavaDouble(fraction)}) and its min (${humanReadableSize(min)}), max (${humanReadableSize(max)}) value.`,
    );
  }
  return { name, min, max, fraction };
}

/** The share of a whole that contains it. Flink: ProcessMemoryUtils.deriveWithFraction. */
export function shareOf(whole: bigint, range: RangeFraction): bigint {
  return clamp(multiply(whole, range.fraction), range);
}

/** The share that comes on top of a rest. Flink: ProcessMemoryUtils.deriveWithInverseFraction. */
export function shareOnTopOf(rest: bigint, range: RangeFraction): bigint {
  return clamp(multiply(rest, range.fraction / (1 - range.fraction)), range);
}

function clamp(bytes: bigint, { min, max }: RangeFraction): bigint {
  const atLeast = bytes > min ? bytes : min;
  return atLeast < max ? atLeast : max;
}

/**
 * The exact decimal product with the double's shortest decimal, cut to whole bytes.
 *
 * Flink: MemorySize.multiply, by BigDecimal.
 */
export function multiply(bytes: bigint, factor: number): bigint {
  const [mantissa = "0", exponent = "0"] = factor.toExponential().split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const power = Number(exponent) - decimals.length;
  const product = bytes * BigInt(whole + decimals);
  return power >= 0 ? product * 10n ** BigInt(power) : product / 10n ** BigInt(-power);
}
