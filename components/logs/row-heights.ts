import { foldTrace, type TracePart } from "./fold-trace.ts";
import type { LogRow } from "./log-window.ts";

export const lineHeight = 20;
const traceParts = new WeakMap<object, readonly TracePart[]>();

/** The parts of a row's trace, worked out once. */
export function partsOf(row: Extract<LogRow, { kind: "record" }>): readonly TracePart[] {
  const { more } = row.record;
  if (more === undefined) return [];
  const known = traceParts.get(more);
  const parts = known ?? foldTrace(more);
  if (known === undefined) traceParts.set(more, parts);
  return parts;
}

/** Pixels of a row that does not wrap. Known without measuring, so that fifty thousand rows cost nothing. */
export function heightOf(row: LogRow, isUnfolded: boolean): number {
  if (row.kind === "gap" || row.kind === "thinned") return 40;
  if (row.kind === "came") return 24;
  const parts = partsOf(row);
  if (parts.length === 0) return lineHeight;
  const lines = parts.reduce((sum, part) => sum + linesOf(part, isUnfolded), 0);
  return lineHeight + lines * lineHeight + 6;
}

function linesOf(part: TracePart, isUnfolded: boolean): number {
  if (part.kind === "lines") return part.lines.length;
  return isUnfolded ? part.lines.length + 1 : 1;
}
