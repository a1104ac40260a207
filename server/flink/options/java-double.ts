import { IllegalValue } from "./illegal-value.ts";

/**
 * A number as Java prints a double: always with a decimal point, and with an exponent below 0.001 and from 10^7 on.
 *
 * Java: Double.toString.
 */
export function formatJavaDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === 0) return `${sign}0.0`;
  const [mantissa = "0", exponent = "0"] = magnitude.toExponential().split("e");
  if (magnitude >= 1e-3 && magnitude < 1e7) {
    const plain = String(magnitude);
    return sign + (plain.includes(".") ? plain : `${plain}.0`);
  }
  return `${sign}${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/**
 * Reads a double by Java's grammar: `1`, `1.5`, `.5`, `1e3`, `1d`, `NaN`, `Infinity`; space around it is tolerated.
 *
 * Java: Double.parseDouble, hexadecimal forms left out.
 */
export function parseJavaDouble(text: string): number {
  const trimmed = text.trim();
  const special = /^([-+]?)(NaN|Infinity)$/.exec(trimmed);
  if (special) return special[2] === "NaN" ? Number.NaN : special[1] === "-" ? -Infinity : Infinity;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?[fFdD]?$/.test(trimmed)) {
    throw new IllegalValue(`'${text}' is not a number`);
  }
  return Number.parseFloat(trimmed);
}
