import type { Checkpoint } from "#server/jobs/job.schema.ts";
import { bytesText, countText, tookText } from "../../ui/quantities.tsx";
import { scaleTo, scaleToBytes } from "./scale.ts";

const width = 680;
const left = 62;
const top = 10;
const bottom = 130;
const slot = 24;
const most = 25;

export type CheckpointMeasure = "duration" | "size";

const measures = {
  duration: {
    of: (one: Checkpoint) => one.durationMs,
    text: tookText,
    scale: scaleTo,
    sentence: (count: number, failed: number, most: string) =>
      `Durations of the last ${count} checkpoints: ${failed} failed, the longest took ${most}`,
  },
  size: {
    of: (one: Checkpoint) => one.stateSize,
    text: bytesText,
    scale: scaleToBytes,
    sentence: (count: number, failed: number, most: string) =>
      `State sizes of the last ${count} checkpoints: ${failed} failed, the largest is ${most}`,
  },
};

interface CheckpointChartProps {
  /** The newest first. */
  readonly history: readonly Checkpoint[];
  /** Longer than this is amber. */
  readonly limitMs: number | undefined;
  readonly measure?: CheckpointMeasure;
}

/** How long checkpoints took, or how large they are, the oldest at the left; failed ones hatched and marked. */
export function CheckpointChart({ history, limitMs, measure = "duration" }: CheckpointChartProps) {
  const { of, text, scale, sentence } = measures[measure];
  const shown = history.slice(0, most).toReversed();
  const { top: highest, steps } = scale(Math.max(1, ...shown.map(of)));
  const failed = shown.filter((one) => one.status === "FAILED").length;
  const largest = Math.max(0, ...shown.filter((one) => one.status === "COMPLETED").map(of));
  const y = (value: number) => bottom - (value / highest) * (bottom - top);
  const first = shown[0];
  const last = shown.at(-1);
  return (
    <svg
      viewBox={`0 0 ${width} 152`}
      className="w-full text-11"
      role="img"
      aria-label={sentence(shown.length, failed, text(largest))}
    >
      <defs>
        <pattern id="failed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="2" height="5" fill="var(--bad-line)" />
        </pattern>
      </defs>
      {steps.map((step) => (
        <g key={step}>
          <path d={`M${left} ${y(step)}H${width - 8}`} stroke="var(--line)" />
          <text x={left - 6} y={y(step) + 4} textAnchor="end" fill="var(--ink-3)" className="num">
            {step === 0 ? "0" : text(step)}
          </text>
        </g>
      ))}
      {shown.map((one, index) => (
        <Bar
          key={one.id}
          checkpoint={one}
          x={left + 8 + (most - shown.length + index) * slot}
          y={y(of(one))}
          text={text(of(one))}
          late={measure === "duration" && limitMs !== undefined && one.durationMs > limitMs}
        />
      ))}
      <g fill="var(--ink-3)" className="num">
        <text x={left + 8 + (most - shown.length) * slot} y="148">
          {first && countText(first.id)}
        </text>
        <text x={width - 8} y="148" textAnchor="end">
          {shown.length > 1 && last ? countText(last.id) : ""}
        </text>
      </g>
    </svg>
  );
}

interface BarProps {
  readonly checkpoint: Checkpoint;
  readonly x: number;
  readonly y: number;
  /** What the bar is as long as. */
  readonly text: string;
  readonly late: boolean;
}

function Bar({ checkpoint, x, y, text, late }: BarProps) {
  const title = <title>{`${checkpoint.id}: ${checkpoint.status.toLowerCase()}, ${text}`}</title>;
  if (checkpoint.status === "FAILED") {
    return (
      <g>
        {title}
        <rect x={x} y={top} width="14" height={bottom - top} fill="url(#failed)" />
        <g transform={`translate(${x + 1} ${top + 2})`} fill="none">
          <rect width="12" height="12" rx="2.5" fill="var(--bad-mark)" />
          <path d="m3.8 3.8 4.4 4.4M8.2 3.8 3.8 8.2" stroke="var(--surface)" strokeWidth="1.5" strokeLinecap="round" />
        </g>
      </g>
    );
  }
  const color = late ? "var(--wait-mark)" : "var(--idle-mark)";
  return (
    <g>
      {title}
      <rect
        x={x}
        y={Math.min(y, bottom - 1)}
        width="14"
        height={Math.max(1, bottom - y)}
        rx="1.5"
        fill={checkpoint.status === "IN_PROGRESS" ? "none" : color}
        stroke={checkpoint.status === "IN_PROGRESS" ? "var(--idle-mark)" : "none"}
        strokeDasharray="2 2"
      />
    </g>
  );
}
