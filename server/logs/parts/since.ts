import { timestampOf } from "../../flink/log-records/line-cursor.ts";

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** `15m` before `now`, or a time as it is given, as a timestamp of fixed width. */
export function sinceTimestamp(since: string, now: Date): string {
  const span = /^(\d+)([smhd])$/.exec(since);
  if (span === null) return timestampOf(new Date(since));
  const seconds = Number(span[1]) * (secondsOf[span[2] ?? ""] ?? 0);
  return timestampOf(new Date(Math.max(0, now.getTime() - seconds * 1_000)));
}
