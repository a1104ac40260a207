"use client";
import type { LogGap } from "#server/logs/schema.ts";
import { durationText } from "../ui/quantities.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { secondOfDay, secondsBetween } from "./log-clock.ts";

const whys: Record<LogGap["reason"], string> = {
  rotated: "the kubelet keeps only the newest file of a log",
  "not-watched": "nobody read the log",
  "over-budget": "left out to stay within the space for kept logs",
  refused: "Kubernetes does not permit this log to be read",
  kubelet: "the kubelet could not give it",
  "too-fast": "the log was written faster than it could be read",
};

const hatch =
  "bg-[repeating-linear-gradient(-45deg,var(--wait-tint)_0_6px,var(--surface)_6px_12px)] border-y border-dashed border-wait-mark";

/** A hatched row: which pod, from when to when, why. */
export function GapRow({ gap, podName }: { readonly gap: LogGap; readonly podName: string }) {
  const seconds = secondsBetween(gap.from, gap.to);
  return (
    <div className={`flex h-8 items-center gap-2.5 pr-5 pl-4 font-sans text-12 text-ink-2 ${hatch}`}>
      <StateMark shape="degraded" />
      <span className="truncate rounded-1 bg-surface px-1.5 py-px">
        <b className="font-semibold text-ink">Gap{seconds > 0 && `, ${durationText(seconds * 1_000)}`}.</b> {podName}{" "}
        from {secondOfDay(gap.from)} to {secondOfDay(gap.to)}: {gap.detail ?? whys[gap.reason]}.
      </span>
    </div>
  );
}

/** What was left out because this page, or the way to it, was too slow. */
export function ThinnedRow({
  lines,
  from,
  to,
}: {
  readonly lines: number;
  readonly from: string;
  readonly to: string;
}) {
  return (
    <div className={`flex h-8 items-center gap-2.5 pr-5 pl-4 font-sans text-12 text-ink-2 ${hatch}`}>
      <StateMark shape="degraded" />
      <span className="truncate rounded-1 bg-surface px-1.5 py-px">
        <b className="font-semibold text-ink">{lines.toLocaleString("en-US")} lines left out</b> from{" "}
        {secondOfDay(from)} to {secondOfDay(to)}: they came faster than this page took them. No error is among them.
      </span>
    </div>
  );
}

interface CameRowProps {
  readonly at: string;
  readonly podName: string;
  readonly joined: boolean;
}

/** A pod that came into the view, or left it. */
export function CameRow({ at, podName, joined }: CameRowProps) {
  return (
    <div className="flex h-6 items-center gap-2 pr-5 pl-4 font-sans text-12 text-ink-3">
      <StateMark shape="past" />
      {secondOfDay(at)} {podName} {joined ? "joined the view" : "ended"}
      <span className="flex-1 border-t border-line" />
    </div>
  );
}
