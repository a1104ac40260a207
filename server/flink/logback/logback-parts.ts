import { parseXml, type XmlElement, XmlError, XmlNode } from "@rgrove/parse-xml";
import { rootLogger } from "../log4j/logging-file.ts";
import { type Lookup, type PodLookup, resolveLookups, unset } from "../log4j/lookups.ts";

/** A `<logger>` or `<root>` and, where there is one, the `<level value>` inside it, which wins over the attribute. */
export interface LoggerElement {
  readonly name: string;
  readonly element: XmlElement;
  readonly levelElement?: XmlElement | undefined;
  /** Stands inside `<if>`: whether it counts is decided in the pod. */
  readonly conditional: boolean;
}

/** A logback file taken apart. `malformed` is set where it is not XML; logback then keeps what it had. */
export interface LogbackParts {
  readonly configuration?: XmlElement | undefined;
  readonly loggers: readonly LoggerElement[];
  readonly lookup: Lookup;
  readonly malformed?: { readonly line: number; readonly detail: string } | undefined;
}

/** Where an attribute of a start tag stands: the whole of it with the blank before, and the text between its quotes. */
export interface AttributeSpan {
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
  readonly valueTo: number;
}

export const isElement = (node: XmlNode): node is XmlElement => node.type === XmlNode.TYPE_ELEMENT;

const childElements = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

function* elementsBelow(element: XmlElement, conditional = false): Generator<[XmlElement, boolean]> {
  for (const child of childElements(element)) {
    yield [child, conditional];
    if (["if", "then", "else"].includes(child.name)) yield* elementsBelow(child, true);
  }
}

/** logback: the file's own variables, then those of the pod. */
function logbackLookup(elements: readonly XmlElement[], pod: PodLookup): Lookup {
  const variables = new Map(
    elements
      .filter(({ name }) => name === "property" || name === "variable")
      .map(({ attributes }) => [attributes["name"] ?? "", attributes["value"] ?? ""]),
  );
  return (variable) => {
    const value = variables.get(variable) ?? pod("env", variable) ?? pod("sys", variable);
    return value === undefined ? { assumed: variable } : { value };
  };
}

/** Takes the text of a logback configuration apart. (logback: JoranConfigurator) */
export function logbackParts(text: string, pod: PodLookup = unset): LogbackParts {
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    const elements = root ? [...elementsBelow(root)] : [];
    const lookup = logbackLookup(
      elements.map(([element]) => element),
      pod,
    );
    const loggers = elements
      .filter(([{ name }]) => name === "logger" || name === "root")
      .map(([element, conditional]) => ({
        name: element.name === "root" ? rootLogger : nameOf(element, lookup),
        element,
        levelElement: childElements(element).findLast(({ name }) => name === "level"),
        conditional,
      }));
    return { configuration: root ?? undefined, loggers, lookup };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const malformed = { line: error.line, detail: error.message.split("\n")[0] ?? "" };
    return { loggers: [], lookup: () => ({}), malformed };
  }
}

/** logback calls its root ROOT, also in a `<logger>`. */
function nameOf(element: XmlElement, lookup: Lookup): string {
  const name = resolveLookups(element.attributes["name"] ?? "", lookup).text;
  return name.toUpperCase() === "ROOT" ? rootLogger : name;
}

/**
 * Where the attributes of an element stand in the text, and where its start tag's list of attributes ends. The text is
 * known to be well-formed: quotes are closed and values hold no `<`.
 */
export function attributeSpans(
  text: string,
  element: XmlElement,
): { spans: ReadonlyMap<string, AttributeSpan>; end: number } {
  const spans = new Map<string, AttributeSpan>();
  const attribute = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
  let end = element.start + 1 + element.name.length;
  for (attribute.lastIndex = end; ; ) {
    const match = attribute.exec(text);
    if (!match) return { spans, end };
    end = match.index + match[0].length;
    const quoted = match[0].search(/["']/) + 1;
    spans.set(match[1] ?? "", { from: match.index, to: end, valueFrom: match.index + quoted, valueTo: end - 1 });
  }
}

/** Counts lines: the function gives the line of an offset, from 1, without reading the text again. */
export function lineCounter(text: string): (offset: number) => number {
  const ends = Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length);
  return (offset) => {
    let from = 0;
    let to = ends.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ends[middle] ?? 0) <= offset) from = middle + 1;
      else to = middle;
    }
    return from + 1;
  };
}
