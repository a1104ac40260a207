import { type LogAddress, sinceEver } from "./log-address.ts";
import type { LogTally } from "./log-tally.ts";
import type { LogRow } from "./log-window.ts";

/** A stretch of time in milliseconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

const unitMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const quarterHourMs = 900_000;

/** The time that a view covers; where it has no beginning, from the first record that was counted. */
export function rangeOf(
  { since, until }: Pick<LogAddress, "since" | "until">,
  tally: LogTally,
  now: number,
): TimeRange {
  const to = until === undefined ? now : Date.parse(until);
  const span = /^(\d+)([smhd])$/.exec(since);
  if (span !== null) return { from: now - Number(span[1]) * (unitMs[span[2] ?? ""] ?? 0), to };
  if (since !== sinceEver) return { from: Date.parse(since), to };
  const first = [...tally.spans.keys()].reduce((least, key) => (key < least ? key : least), "9");
  return { from: first === "9" ? to - quarterHourMs : Date.parse(`${first.slice(0, 16)}:00Z`), to };
}

const millisecondsOf = (at: string) => Date.parse(`${at.slice(0, 23)}Z`);

export function timeOfRow(row: LogRow): number {
  switch (row.kind) {
    case "record":
      return millisecondsOf(row.record.at);
    case "gap":
      return millisecondsOf(row.gap.at);
    case "thinned":
      return millisecondsOf(row.from);
    case "came":
      return millisecondsOf(row.at);
  }
}

/** From the time of one row to that of another. */
export function timesBetween(first: LogRow | undefined, last: LogRow | undefined): TimeRange | undefined {
  return first && last && { from: timeOfRow(first), to: timeOfRow(last) };
}

/** When lines are missing, in the rows at hand. */
export function gapsOf(rows: readonly LogRow[]): readonly TimeRange[] {
  return rows.flatMap((row) =>
    row.kind === "gap" ? [{ from: millisecondsOf(row.gap.from), to: millisecondsOf(row.gap.to) }] : [],
  );
}
