/** log4j's named formats. */
const named: Readonly<Record<string, string>> = {
  "": "yyyy-MM-dd HH:mm:ss,SSS",
  DEFAULT: "yyyy-MM-dd HH:mm:ss,SSS",
  DEFAULT_MICROS: "yyyy-MM-dd HH:mm:ss,SSSSSS",
  DEFAULT_NANOS: "yyyy-MM-dd HH:mm:ss,SSSSSSSSS",
  DEFAULT_PERIOD: "yyyy-MM-dd HH:mm:ss.SSS",
  ISO8601: "yyyy-MM-dd'T'HH:mm:ss,SSS",
  ISO8601_PERIOD: "yyyy-MM-dd'T'HH:mm:ss.SSS",
  ISO8601_BASIC: "yyyyMMdd'T'HHmmss,SSS",
  ISO8601_OFFSET_DATE_TIME_HH: "yyyy-MM-dd'T'HH:mm:ss,SSSX",
  ISO8601_OFFSET_DATE_TIME_HHMM: "yyyy-MM-dd'T'HH:mm:ss,SSSXX",
  ISO8601_OFFSET_DATE_TIME_HHCMM: "yyyy-MM-dd'T'HH:mm:ss,SSSXXX",
  ABSOLUTE: "HH:mm:ss,SSS",
  ABSOLUTE_MICROS: "HH:mm:ss,SSSSSS",
  ABSOLUTE_NANOS: "HH:mm:ss,SSSSSSSSS",
  ABSOLUTE_PERIOD: "HH:mm:ss.SSS",
  COMPACT: "yyyyMMddHHmmssSSS",
  DATE: "dd MMM yyyy HH:mm:ss,SSS",
  DATE_PERIOD: "dd MMM yyyy HH:mm:ss.SSS",
};

/**
 * How a date of that `%d{…}` format looks: `0` for a digit, `A` for a letter of a month's or day's short name, anything
 * else for itself. Undefined for formats of changing width.
 *
 * Which date it is does not matter: the time of a record is the API server's.
 */
export function dateShape(format: string): string | undefined {
  const runs = (named[format] ?? format).matchAll(/'([^']*)'|(([A-Za-z])\3*)|[^A-Za-z']/g);
  const shapes = Array.from(
    runs,
    ([run, quoted, letters]) => quoted ?? (letters === undefined ? run : shapeOf(letters)),
  );
  const shape = shapes.includes(undefined) ? "" : shapes.join("");
  return shape.includes("0") ? shape : undefined;
}

function shapeOf(letters: string): string | undefined {
  if (letters === "MMM" || letters === "EEE") return "AAA";
  const isFixed = /^(yyyy|uuuu|yy|uu|MM|dd|HH|hh|mm|ss|n+|S+)$/.test(letters);
  return isFixed ? "0".repeat(letters.length) : undefined; // zones, eras, seconds since 1970 change their width
}

/** The index after the date that starts at `at`, or -1 when there is none of that shape. */
export function endOfDate(shape: string, text: string, at: number): number {
  for (let index = 0; index < shape.length; index++) {
    const wanted = shape.charCodeAt(index);
    const found = text.charCodeAt(at + index);
    const fits = wanted === 48 ? found >= 48 && found <= 57 : wanted === 65 ? found > 64 : found === wanted;
    if (!fits) return -1; // also past the end of the text, where the code is NaN
  }
  return at + shape.length;
}
