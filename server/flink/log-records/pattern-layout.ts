/**
 * Reads a log4j2 or logback PatternLayout into its parts.
 *
 * Only what decides how a printed line is cut matters here: which conversion stands where, how it is padded, and the
 * literal text between. (log4j2: PatternParser, logback: ch.qos.logback.core.pattern.parser.Parser)
 */
export type PatternPart =
  | { readonly kind: "literal"; readonly text: string }
  | {
      readonly kind: "conversion";
      readonly conversion: Conversion;
      readonly options: readonly string[];
      readonly padding: Padding;
    };

/** What a conversion prints. `opaque` prints something that the console does not read. */
export type Conversion = "date" | "level" | "logger" | "thread" | "message" | "newline" | "throwable" | "opaque";

export interface Padding {
  readonly minWidth: number;
  /** `%-5p` pads after the value, `%5p` before it. */
  readonly side: "before" | "after";
  readonly maxWidth?: number | undefined;
}

const names: Readonly<Record<Exclude<Conversion, "opaque">, readonly string[]>> = {
  date: ["d", "date"],
  level: ["p", "level", "le"],
  logger: ["c", "logger", "lo"],
  thread: ["t", "tn", "thread", "threadName"],
  message: ["m", "msg", "message"],
  newline: ["n"],
  throwable: "ex exception throwable rEx rException rThrowable xEx xException xThrowable nopex nopexception".split(" "),
};
const opaqueNames = (
  "x NDC X mdc MDC K map MAP C class F file L line M method l location marker markerSimpleName sn sequenceNumber r " +
  "relative u uuid pid processId N nano fqcn endOfBatch T tid threadId tp threadPriority caller contextName cn " +
  "property replace maxLen maxLength enc encode equals equalsIgnoreCase rootException"
).split(" ");
/** Conversions that print their first option, a pattern itself, with at most colours around it. */
const wrapping = new Set(["highlight", "style", "notEmpty", "varsNotEmpty", "variablesNotEmpty", "clr"]);

const byName: ReadonlyMap<string, Conversion> = new Map([
  ...opaqueNames.map((name) => [name, "opaque"] as const),
  ...Object.entries(names).flatMap(([conversion, list]) =>
    list.map((name): [string, Conversion] => [name, conversionOf(conversion)]),
  ),
]);

function conversionOf(name: string): Conversion {
  for (const known of ["date", "level", "logger", "thread", "message", "newline", "throwable"] as const) {
    if (known === name) return known;
  }
  return "opaque";
}

const modifier = /(-?)0?(\d*)(?:\.-?(\d+))?/y;

const literalRun = /(?:[^%\\]|%%|\\(?:.|$))+/y;

/** Parses a pattern such as `%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n`; undefined when a part is not known. */
export function parsePattern(pattern: string): readonly PatternPart[] | undefined {
  const parts: PatternPart[] = [];
  let at = 0;
  while (at < pattern.length) {
    literalRun.lastIndex = at;
    const run = literalRun.exec(pattern)?.[0];
    if (run === undefined) {
      const read = readConversion(pattern, at + 1);
      if (read === undefined) return undefined;
      parts.push(...read.parts);
      at = read.end;
    } else {
      parts.push({ kind: "literal", text: literalText(run) });
      at += run.length;
    }
  }
  return parts;
}

function literalText(run: string): string {
  const escaped: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", "": "\\" };
  return run.replaceAll(/%%|\\(.?)/g, (all, char: string | undefined) =>
    all === "%%" ? "%" : (escaped[char ?? ""] ?? char ?? ""),
  );
}

function readConversion(pattern: string, start: number) {
  modifier.lastIndex = start;
  const [all = "", left, width = "", max] = modifier.exec(pattern) ?? [];
  const nameStart = start + all.length;
  const padding: Padding = {
    minWidth: Number(width),
    side: left === "-" ? "after" : "before",
    maxWidth: max === undefined ? undefined : Number(max),
  };
  const name = knownName(/^[A-Za-z]+/.exec(pattern.slice(nameStart, nameStart + 40))?.[0] ?? "");
  if (name === undefined) return undefined;
  const { options, end } = readOptions(pattern, nameStart + name.length);
  if (wrapping.has(name)) {
    const inner = parsePattern(options[0] ?? "");
    return inner && { parts: inner, end };
  }
  const conversion = byName.get(name) ?? "opaque";
  return { parts: [{ kind: "conversion", conversion, options, padding } as const], end };
}

/** log4j takes the longest known name: `%mfoo` is the message and the literal `foo`. */
function knownName(letters: string): string | undefined {
  for (let length = letters.length; length > 0; length--) {
    const name = letters.slice(0, length);
    if (byName.has(name) || wrapping.has(name)) return name;
  }
  return undefined;
}

/** The `{…}` after a conversion, which may hold braces themselves. */
function readOptions(pattern: string, start: number) {
  const options: string[] = [];
  let at = start;
  while (pattern.charAt(at) === "{") {
    let depth = 0;
    let end = at;
    do {
      if (pattern.charAt(end) === "{") depth++;
      if (pattern.charAt(end) === "}") depth--;
      end++;
    } while (depth > 0 && end < pattern.length);
    if (depth > 0) break;
    options.push(pattern.slice(at + 1, end - 1));
    at = end;
  }
  return { options, end: at };
}
