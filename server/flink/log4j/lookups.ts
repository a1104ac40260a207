/** Gives the value that a pod has for `${prefix:key}`, or undefined where that is not known or not set. */
export type PodLookup = (prefix: string, key: string) => string | undefined;

/** Answers one variable. `assumed` names what only the pod could have answered. */
export type Lookup = (variable: string) => { readonly value?: string | undefined; readonly assumed?: string };

/** A pod of which nothing is known. */
export const unset: PodLookup = () => undefined;

export interface ResolvedText {
  readonly text: string;
  /** Lookups that only the pod can answer, such as `env:ROOT_LOG_LEVEL`; `text` holds if they are unset there. */
  readonly assumes: readonly string[];
}

/** The end of the `${…}` that begins at `open`, counting nested ones; -1 where it never closes. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text.startsWith("${", at)) depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return -1;
}

/** Splits `env:NAME:-default` at the first `:-` that is not inside a nested lookup. */
function splitDefault(inner: string): { variable: string; fallback?: string } {
  let depth = 0;
  for (let at = 0; at < inner.length; at++) {
    if (inner.startsWith("${", at)) depth++;
    else if (inner[at] === "}") depth--;
    else if (depth === 0 && inner.startsWith(":-", at)) {
      return { variable: inner.slice(0, at), fallback: inner.slice(at + 2) };
    }
  }
  return { variable: inner };
}

const deepest = 16;

/** log4j: plain names are the file's `property.*`, `prefix:key` is asked of the pod. */
export function log4jLookup(properties: ReadonlyMap<string, string>, pod: PodLookup): Lookup {
  return (variable) => {
    const colon = variable.indexOf(":");
    if (colon < 0) return { value: properties.get(variable) };
    const value = pod(variable.slice(0, colon).toLowerCase(), variable.slice(colon + 1));
    return value === undefined ? { assumed: variable } : { value };
  };
}

/**
 * Resolves `${…}` as log4j 2 and logback do: what `lookup` knows, else the default after `:-`, nested ones too, and
 * `$${…}` without one dollar. What nobody answers stays as it was written.
 */
export function resolveLookups(text: string, lookup: Lookup, depth = 0): ResolvedText {
  const assumes: string[] = [];
  let out = "";
  let at = 0;
  for (let open = text.indexOf("${"); open >= 0 && depth < deepest; open = text.indexOf("${", at)) {
    const close = closingBrace(text, open);
    if (close < 0) break;
    if (text[open - 1] === "$") {
      out += text.slice(at, open - 1) + text.slice(open, close + 1);
    } else {
      const inner = resolveOne(text.slice(open + 2, close), lookup, depth);
      out += text.slice(at, open) + inner.text;
      assumes.push(...inner.assumes);
    }
    at = close + 1;
  }
  return { text: out + text.slice(at), assumes };
}

function resolveOne(inner: string, lookup: Lookup, depth: number): ResolvedText {
  const { variable, fallback } = splitDefault(inner);
  const name = resolveLookups(variable, lookup, depth + 1);
  const { value, assumed } = lookup(name.text);
  const assumes = [...name.assumes, ...(assumed === undefined ? [] : [assumed])];
  const next = value ?? fallback;
  if (next === undefined) return { text: `\${${inner}}`, assumes };
  const resolved = resolveLookups(next, lookup, depth + 1);
  return { text: resolved.text, assumes: [...assumes, ...resolved.assumes] };
}
