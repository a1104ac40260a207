import type { Vertex } from "#server/jobs/job.schema.ts";
import { countText } from "../../ui/quantities.tsx";
import { boxHeight, boxWidth, type Place } from "./lay-out-graph.ts";
import { chainText, runningText, shortName, type Verdict } from "./vertex-verdict.ts";

const looks: Record<Verdict["family"], { readonly fill: string; readonly line: string; readonly ink: string }> = {
  plain: { fill: "var(--surface)", line: "var(--line-strong)", ink: "var(--ink)" },
  ok: { fill: "var(--ok-tint)", line: "var(--ok-mark)", ink: "var(--ok-ink)" },
  info: { fill: "var(--info-tint)", line: "var(--info-mark)", ink: "var(--info-ink)" },
  wait: { fill: "var(--wait-tint)", line: "var(--wait-mark)", ink: "var(--wait-ink)" },
  bad: { fill: "var(--bad-tint)", line: "var(--bad-mark)", ink: "var(--bad-ink)" },
};

const barWidth = boxWidth - 24;

interface VertexBoxProps {
  readonly vertex: Vertex;
  readonly place: Place;
  readonly verdict: Verdict;
  readonly onOpen: () => void;
}

/** One vertex: its name and operators, rate, the bar of busy, back-pressured and idle, its worst state in words. */
export function VertexBox({ vertex, place, verdict, onOpen }: VertexBoxProps) {
  const { fill, line, ink } = looks[verdict.family];
  const { pressure } = vertex;
  const busyWidth = (pressure?.busy ?? 0) * barWidth;
  const pressedWidth = Math.min((pressure?.backPressured ?? 0) * barWidth, barWidth - busyWidth);
  const chain = chainText(vertex);
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      <title>{vertex.description}</title>
      <rect
        width={boxWidth}
        height={boxHeight}
        rx="8"
        fill={fill}
        stroke={line}
        strokeWidth={verdict.family === "plain" ? 1 : 1.5}
      />
      <foreignObject x="12" y="8" width={barWidth} height="20">
        <button type="button" onClick={onOpen} className="block w-full truncate text-left font-semibold text-ink">
          {shortName(vertex)}
        </button>
      </foreignObject>
      <foreignObject x="12" y="28" width={barWidth} height="16">
        <div className="flex justify-between gap-2 text-12 text-ink-2">
          <span className="truncate">{[chain, runningText(vertex)].filter(Boolean).join(", ")}</span>
          <span className="num">{rateText(vertex)}</span>
        </div>
      </foreignObject>
      <rect x="12" y="48" width={barWidth} height="6" rx="1" fill="var(--line-strong)" />
      <rect
        x="12"
        y="48"
        width={busyWidth}
        height="6"
        rx="1"
        fill={verdict.family === "wait" ? "var(--wait-mark)" : "var(--ink-3)"}
      />
      <rect x={12 + busyWidth} y="48" width={pressedWidth} height="6" fill="url(#back-pressured)" />
      <text x="12" y="76" fontSize="12" fontWeight="550" fill={ink}>
        {verdict.words}
      </text>
      <text x={boxWidth - 12} y="76" fontSize="12" textAnchor="end" fill={ink} className="num">
        {verdict.figure}
      </text>
    </g>
  );
}

function rateText({ recordsInPerSecond, recordsOutPerSecond }: Vertex): string {
  // A source reads nothing that Flink counts.
  if ((recordsInPerSecond ?? 0) > 0) return `${rate(recordsInPerSecond)} in/s`;
  return recordsOutPerSecond === undefined ? "" : `${rate(recordsOutPerSecond)} out/s`;
}

const rate = (perSecond = 0): string => countText(perSecond, perSecond > 0 && perSecond < 10 ? 1 : 0);
