/** Gives the value that a pod has for `${prefix:key}`, or undefined where that is not known or not set. */
export type PodLookup = (prefix: string, key: string) => string | undefined;

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

/**
 * Resolves `${…}` as log4j 2 does: names from the file's `property.*`, prefixes from the pod, `:-` defaults, nested
 * ones, and `$${…}` left alone. What nobody answers stays as it was written.
 */
export function resolveLookups(
  text: string,
  properties: ReadonlyMap<string, string>,
  pod: PodLookup,
  depth = 0,
): ResolvedText {
  const assumes: string[] = [];
  let out = "";
  let at = 0;
  for (let open = text.indexOf("${"); open >= 0 && depth < deepest; open = text.indexOf("${", at)) {
    const close = closingBrace(text, open);
    if (close < 0) break;
    if (text[open - 1] === "$") {
      out += text.slice(at, open - 1) + text.slice(open, close + 1);
    } else {
      const inner = resolveOne(text.slice(open + 2, close), properties, pod, depth);
      out += text.slice(at, open) + inner.text;
      assumes.push(...inner.assumes);
    }
    at = close + 1;
  }
  return { text: out + text.slice(at), assumes };
}

function resolveOne(
  inner: string,
  properties: ReadonlyMap<string, string>,
  pod: PodLookup,
  depth: number,
): ResolvedText {
  const { variable, fallback } = splitDefault(inner);
  const named = resolveLookups(variable, properties, pod, depth + 1);
  const colon = named.text.indexOf(":");
  const known =
    colon < 0 ? properties.get(named.text) : pod(named.text.slice(0, colon).toLowerCase(), named.text.slice(colon + 1));
  if (known !== undefined) {
    const deeper = resolveLookups(known, properties, pod, depth + 1);
    return { text: deeper.text, assumes: [...named.assumes, ...deeper.assumes] };
  }
  const assumed = colon < 0 ? [] : [named.text];
  if (fallback === undefined) return { text: `\${${inner}}`, assumes: [...named.assumes, ...assumed] };
  const otherwise = resolveLookups(fallback, properties, pod, depth + 1);
  return { text: otherwise.text, assumes: [...named.assumes, ...assumed, ...otherwise.assumes] };
}
