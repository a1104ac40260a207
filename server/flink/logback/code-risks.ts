import { parseXml, type XmlElement, XmlError } from "@rgrove/parse-xml";
import type { CodeRisk } from "../log4j/code-risks.ts";
import { isElement, lineCounter } from "./logback-parts.ts";

/** Classes that only write to the console or to files, and what they are made of. */
const plainClass =
  /^ch\.qos\.logback\.(core\.(ConsoleAppender|FileAppender|rolling\.\w+|encoder\.\w+|status\.\w+StatusListener|hook\.\w+)|classic\.(encoder\.\w+|PatternLayout|filter\.(ThresholdFilter|LevelFilter)|AsyncAppender))$/;

const riskyElements = new Set([
  "if",
  "evaluator",
  "insertFromJNDI",
  "newRule",
  "conversionRule",
  "define",
  "receiver",
  "include",
  "import",
  "serverSocketAppender",
  "sift",
]);

function riskOf(element: XmlElement): string | undefined {
  if (riskyElements.has(element.name)) return `<${element.name}>, which runs or fetches what it names`;
  const named = Object.entries(element.attributes).find(
    ([name, value]) => /class$/i.test(name) && !plainClass.test(value),
  );
  if (named) return `class ${named[1]}, which is loaded`;
  return Object.values(element.attributes).some((value) => /\$\{\s*jndi:/i.test(value))
    ? "a lookup of jndi"
    : undefined;
}

function* allElements(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children.filter(isElement)) yield* allElements(child);
}

/** What in a logback file can run code in the pods, with its line. A file that is not XML has none: it is not taken. */
export function logbackCodeRisks(text: string): CodeRisk[] {
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    const lineAt = lineCounter(text);
    return (root ? [...allElements(root)] : []).flatMap((element) => {
      const risk = riskOf(element);
      return risk === undefined
        ? []
        : [{ code: "runs-code", line: lineAt(element.start), detail: `${risk}.`, refused: true }];
    });
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
}
