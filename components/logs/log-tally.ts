import { type CountedLevel, countedLevels, type LogCounts } from "#server/logs/schema.ts";

/** The counts of a view so far: the server sends totals, and the spans of time that changed. */
export interface LogTally {
  readonly read: number;
  readonly matched: number;
  readonly levels: Readonly<Record<string, number>>;
  readonly pods: Readonly<Record<string, number>>;
  readonly loggers: Readonly<Record<string, number>>;
  readonly spans: ReadonlyMap<string, readonly number[]>;
}

export const emptyTally: LogTally = { read: 0, matched: 0, levels: {}, pods: {}, loggers: {}, spans: new Map() };

export function tallied(before: LogTally, counts: LogCounts): LogTally {
  const { type: _, spans, seen: __, ...totals } = counts;
  return { ...totals, spans: new Map([...before.spans, ...Object.entries(spans)]) };
}

/** The tally of a stream and of the one that went on after it. */
export function summed(base: LogTally, later: LogTally): LogTally {
  if (base.read === 0) return later;
  const spans = new Map(base.spans);
  for (const [key, counts] of later.spans) {
    const before = spans.get(key);
    spans.set(key, before === undefined ? counts : counts.map((count, index) => count + (before[index] ?? 0)));
  }
  return {
    read: base.read + later.read,
    matched: base.matched + later.matched,
    levels: sumOf(base.levels, later.levels),
    pods: sumOf(base.pods, later.pods),
    loggers: sumOf(base.loggers, later.loggers),
    spans,
  };
}

function sumOf(base: Readonly<Record<string, number>>, later: Readonly<Record<string, number>>) {
  const sums = Object.entries(later).map(([name, count]) => [name, count + (base[name] ?? 0)] as const);
  return { ...base, ...Object.fromEntries(sums) };
}

/** A bar of the histogram: a stretch of time and its records by severity. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

const barsMost = 60;
/** Widths of a bar that people can read off an axis, in seconds. */
const widths = [10, 20, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400];

/** Cuts a range of time into at most sixty bars of equal, round width. Times are milliseconds. */
export function barsOf(spans: LogTally["spans"], from: number, to: number): readonly Bar[] {
  const isFine = [...spans.keys()].every((key) => key.length === 18);
  const usable = isFine ? widths : widths.filter((seconds) => seconds >= 60);
  const width = (usable.find((seconds) => (to - from) / 1_000 / seconds <= barsMost) ?? 604_800) * 1_000;
  const start = Math.floor(from / width) * width;
  const count = Math.max(1, Math.ceil((to - start) / width));
  const bars = Array.from({ length: Math.min(count, 400) }, (_, index) => ({
    from: start + index * width,
    to: start + (index + 1) * width,
    errors: 0,
    warnings: 0,
    others: 0,
  }));
  for (const [key, counts] of spans) {
    const bar = bars[Math.floor((spanStart(key) - start) / width)];
    if (bar === undefined) continue;
    for (const [index, level] of countedLevels.entries()) bar[severityOf(level)] += counts[index] ?? 0;
  }
  return bars;
}

function severityOf(level: CountedLevel): "errors" | "warnings" | "others" {
  return level === "FATAL" || level === "ERROR" ? "errors" : level === "WARN" ? "warnings" : "others";
}

/** A span's key is the beginning that its timestamps share. */
function spanStart(key: string): number {
  return Date.parse(key.length === 18 ? `${key}0Z` : `${key}:00Z`);
}
