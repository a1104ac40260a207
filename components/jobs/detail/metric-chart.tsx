import { clockText } from "../../ui/quantities.tsx";
import { scaleTo } from "./scale.ts";
import type { Sample } from "./use-samples.ts";

const width = 720;
const height = 132;
const left = 64;
const top = 10;
const bottom = 108;
/** Two samples further apart than this have a gap between them. */
const gapMs = 16_000;
const shownMs = 5 * 60_000;

interface MetricChartProps {
  readonly name: string;
  readonly samples: readonly Sample[];
}

const figure = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 2 : 0 });

/** The sum over all subtasks as a line, the highest subtask dashed where there are several. */
export function MetricChart({ name, samples }: MetricChartProps) {
  const last = samples.at(-1);
  if (last === undefined) return <p className="px-4 py-6 text-12 text-ink-3">No value yet.</p>;
  const shown = samples.filter((sample) => sample.at > last.at - shownMs);
  const numbers = shown.flatMap(({ value }) => (value.sum === undefined ? [] : [value.sum]));
  const { top: highest, steps } = scaleTo(Math.max(1e-9, ...numbers));
  const x = (at: number) => left + (1 - (last.at - at) / shownMs) * (width - left - 12);
  const y = (value: number) => bottom - (Math.max(0, value) / highest) * (bottom - top);
  const { sum, avg, min, max } = last.value;
  return (
    <div className="px-4 py-3">
      <dl className="num mb-1 flex gap-5 text-12 text-ink-2">
        <Now label="sum" value={sum} strong />
        <Now label="mean" value={avg} />
        <Now label="lowest" value={min} />
        <Now label="highest" value={max} />
      </dl>
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full text-11" role="img" aria-label={`${name} over time`}>
        {steps.map((step) => (
          <g key={step}>
            <path d={`M${left} ${y(step)}H${width - 12}`} stroke="var(--line)" />
            <text x={left - 6} y={y(step) + 4} textAnchor="end" fill="var(--ink-3)" className="num">
              {figure(step)}
            </text>
          </g>
        ))}
        <path d={lineOf(shown, sumOf, x, y)} fill="none" stroke="var(--ink-2)" strokeWidth="1.5" />
        {max !== sum && <path d={lineOf(shown, maxOf, x, y)} fill="none" stroke="var(--ink-3)" strokeDasharray="3 3" />}
        <g fill="var(--ink-3)" className="num">
          <text x={left} y={height - 6}>
            {clockText(last.at - shownMs)}
          </text>
          <text x={width - 12} y={height - 6} textAnchor="end">
            {clockText(last.at)}
          </text>
        </g>
      </svg>
    </div>
  );
}

interface NowProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly strong?: boolean;
}

function Now({ label, value, strong = false }: NowProps) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-3">{label}</dt>
      <dd className={strong ? "font-semibold text-ink" : ""}>{value === undefined ? "–" : figure(value)}</dd>
    </div>
  );
}

const sumOf = ({ value }: Sample) => value.sum;
const maxOf = ({ value }: Sample) => value.max;

/** A path that is broken where a sample is missing. */
function lineOf(
  samples: readonly Sample[],
  numberOf: (sample: Sample) => number | undefined,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let before: number | undefined;
  return samples
    .flatMap((sample) => {
      const number = numberOf(sample);
      if (number === undefined) return [];
      const { at } = sample;
      const joined = before !== undefined && at - before <= gapMs;
      before = at;
      return [`${joined ? "L" : "M"}${x(at).toFixed(1)} ${y(number).toFixed(1)}`];
    })
    .join("");
}
