import { structuredPatch } from "diff";
import type { FileDiff } from "../log-level-view.schema.ts";

const around = 2;
const mostLines = 400;

type Line = FileDiff["hunks"][number][number];

/** The lines in which two texts of a file differ, each with two around it. */
export function fileDiff(file: string, before: string, after: string): FileDiff {
  const { hunks } = structuredPatch(file, file, before, after, "", "", { context: around });
  const all = hunks.map(({ oldStart, newStart, lines }) => numbered(lines, oldStart, newStart));
  const lines = all.flat();
  return {
    file,
    added: lines.filter(({ sign }) => sign === "+").length,
    removed: lines.filter(({ sign }) => sign === "-").length,
    hunks: firstLines(all),
    cut: lines.length > mostLines,
  };
}

function numbered(lines: readonly string[], oldStart: number, newStart: number): Line[] {
  let older = oldStart;
  let newer = newStart;
  return lines.flatMap((line): Line[] => {
    const text = line.slice(1).replace(/\r$/, "");
    if (line.startsWith("-")) return [{ sign: "-", number: older++, text }];
    if (line.startsWith("\\")) return []; // "No newline at end of file"
    if (!line.startsWith("+")) older++;
    return [{ sign: line.startsWith("+") ? "+" : " ", number: newer++, text }];
  });
}

function firstLines(hunks: Line[][]): Line[][] {
  let left = mostLines;
  return hunks.flatMap((hunk) => {
    const taken = hunk.slice(0, Math.max(left, 0));
    left -= taken.length;
    return taken.length > 0 ? [taken] : [];
  });
}
