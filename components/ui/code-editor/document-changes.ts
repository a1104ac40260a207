import type { Text } from "@codemirror/state";
import type { CodeDiagnostic } from "./code-editor-types.ts";

/** The one replacement that turns a text into another, so that the cursor keeps its place. */
export function changesTo(before: string, after: string): { from: number; to: number; insert: string } | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Diagnostics at their offsets. One about a line that is gone stands at the last. */
export function diagnosticsIn(text: Text, diagnostics: readonly CodeDiagnostic[]) {
  return diagnostics
    .map(({ line, columns, severity, message }) => {
      const { from, to } = text.line(Math.min(Math.max(line, 1), text.lines));
      const [first = 0, last = to - from] = columns ?? [];
      const start = Math.min(from + first, to);
      return { from: start, to: Math.max(Math.min(from + last, to), start), severity, message };
    })
    .sort((a, b) => a.from - b.from);
}
