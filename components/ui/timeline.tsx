import type { ReactNode } from "react";
import { StateMark, type StateShape } from "./state-mark.tsx";

export interface TimelineEntry {
  readonly id: string;
  /** When, as `HH:MM:SS` or with the day before it. */
  readonly time: string;
  /** The same for machines, ISO 8601. */
  readonly at: string;
  readonly shape: StateShape;
  readonly sentence: ReactNode;
}

/** Time, shape, sentence; the newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="grid py-2">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="group relative grid grid-cols-[62px_16px_minmax(0,1fr)] gap-1.5 px-4 py-1.5 text-12 leading-[18px] before:absolute before:inset-y-0 before:left-[89px] before:w-px before:bg-line first:before:top-3.5 last:before:bottom-[calc(100%-14px)]"
        >
          <time dateTime={entry.at} className="num text-ink-3">
            {entry.time}
          </time>
          <StateMark shape={entry.shape} className="z-1 mt-[3px] bg-surface outline-2 outline-surface" />
          <span className="break-words">{entry.sentence}</span>
        </li>
      ))}
    </ol>
  );
}
