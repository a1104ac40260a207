/** A line after a record's first, by its place. */
export interface TraceLine {
  readonly at: number;
  readonly text: string;
}

/** A run of the lines that follow a record. Frames of a stack trace are folded: their count says how many. */
export type TracePart =
  | { readonly kind: "lines"; readonly lines: readonly TraceLine[] }
  | { readonly kind: "frames"; readonly lines: readonly TraceLine[]; readonly count: number; readonly common: number };

const frame = /^\s+at /;
const inCommon = /^\s*\.\.\. (\d+) (?:more|common frames omitted)/;
/** Lines of a message, rather than of a trace, are folded beyond so many. */
const plainLinesShown = 20;

/** Parts the lines after a record: exceptions and causes stay in sight, their frames are folded. */
export function foldTrace(more: readonly string[]): readonly TracePart[] {
  const parts: TracePart[] = [];
  let lines: TraceLine[] = [];
  let frames: TraceLine[] = [];
  let count = 0;
  let common = 0;
  const endLines = () => {
    if (lines.length > 0) parts.push(...partsOfLines(lines));
    lines = [];
  };
  const endFrames = () => {
    if (frames.length > 0) parts.push({ kind: "frames", lines: frames, count, common });
    frames = [];
    count = 0;
    common = 0;
  };
  for (const [at, text] of more.entries()) {
    const line = { at, text };
    const omitted = inCommon.exec(text);
    if (omitted === null && !frame.test(text)) {
      endFrames();
      lines.push(line);
      continue;
    }
    endLines();
    frames.push(line);
    count += omitted === null ? 1 : Number(omitted[1]);
    common += omitted === null ? 0 : Number(omitted[1]);
  }
  endLines();
  endFrames();
  return parts;
}

function partsOfLines(lines: readonly TraceLine[]): TracePart[] {
  if (lines.length <= plainLinesShown) return [{ kind: "lines", lines }];
  const folded = lines.slice(plainLinesShown);
  return [
    { kind: "lines", lines: lines.slice(0, plainLinesShown) },
    { kind: "frames", lines: folded, count: folded.length, common: 0 },
  ];
}

/** «11 frames», «29 frames, 26 of them in common», «3 more lines». */
export function foldLabel(part: Extract<TracePart, { kind: "frames" }>): string {
  const isTrace = part.lines.some(({ text }) => frame.test(text) || inCommon.test(text));
  const unit = isTrace ? (part.count === 1 ? "frame" : "frames") : part.count === 1 ? "more line" : "more lines";
  const common = part.common > 0 ? `, ${part.common} of them in common` : "";
  return `${part.count.toLocaleString("en-US")} ${unit}${common}`;
}
