"use client";
import { secondOfDay } from "./log-clock.ts";
import type { LogRow } from "./log-window.ts";

interface SpokenRecordProps {
  readonly row: LogRow | undefined;
  readonly podName: (pod: string) => string;
}

/** Says the record at the cursor to screen readers, so that `j`, `k`, `[` and `]` read the log aloud. */
export function SpokenRecord({ row, podName }: SpokenRecordProps) {
  return (
    <p aria-live="polite" className="sr-only">
      {row?.kind === "record" &&
        [
          row.record.level ?? "",
          secondOfDay(row.record.at),
          podName(row.record.pod),
          row.record.line.slice(row.record.messageAt ?? 0, row.record.messageEnd).slice(0, 500),
          row.record.more ? `and ${row.record.more.length} more lines` : "",
        ].join(" ")}
    </p>
  );
}
