"use client";
import { type PointerEvent, useRef, useState } from "react";
import { clockText } from "../ui/quantities.tsx";
import { type Bar, barsOf, type LogTally } from "./log-tally.ts";

interface Span {
  readonly from: number;
  readonly to: number;
}

interface HistogramProps {
  readonly tally: LogTally;
  readonly range: Span;
  /** What the list shows now. */
  readonly seen: Span | undefined;
  readonly gaps: readonly Span[];
  /** A click: go there. */
  readonly onGo: (at: number) => void;
  /** A drag: show only this. */
  readonly onRange: (from: number, to: number) => void;
}

const height = 64;
const width = 1_000;

/** The room of the histogram until something was counted. What the server prints knows neither time nor zone. */
export function NoHistogram() {
  return <div className="h-[93px] border-b border-line" />;
}

/** Records by time and severity. The frame is what is in view; a click goes there, a drag sets the range. */
export function Histogram({ tally, range, seen, gaps, onGo, onRange }: HistogramProps) {
  const bars = barsOf(tally.spans, range.from, range.to);
  const from = bars[0]?.from ?? range.from;
  const to = bars.at(-1)?.to ?? range.to;
  const highest = Math.max(1, ...bars.map((bar) => bar.errors + bar.warnings + bar.others));
  const x = (at: number) => Math.min(width, Math.max(0, ((at - from) / (to - from)) * width));
  const drag = useDrag(from, to, onGo, onRange);
  const total = bars.reduce((sum, bar) => sum + bar.errors, 0);
  return (
    <div className="border-b border-line pr-5 pb-2 pl-4">
      <svg
        role="img"
        aria-label={`Records by time, ${clockText(from)} to ${clockText(to)}, ${total.toLocaleString("en-US")} errors`}
        width="100%"
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block cursor-crosshair touch-none"
        {...drag.handlers}
      >
        <defs>
          <pattern id="log-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <rect width="3" height="6" className="fill-wait-line" />
          </pattern>
        </defs>
        {gaps.map((gap) => (
          <rect
            key={`${gap.from} ${gap.to}`}
            x={x(gap.from)}
            y="2"
            width={Math.max(3, x(gap.to) - x(gap.from))}
            height={height - 4}
            fill="url(#log-gap)"
          />
        ))}
        {bars.map((bar) => (
          <BarRects key={bar.from} bar={bar} x={x(bar.from)} width={x(bar.to) - x(bar.from)} highest={highest} />
        ))}
        {[seen, drag.span].map(
          (span, index) =>
            span && (
              <rect
                // The frame in view, and the one being drawn.
                key={index === 0 ? "seen" : "drawn"}
                x={x(span.from)}
                y="1"
                width={Math.max(4, x(span.to) - x(span.from))}
                height={height - 2}
                className="fill-accent-ink stroke-accent-ink"
                fillOpacity={index === 0 ? 0.06 : 0.15}
                vectorEffect="non-scaling-stroke"
              />
            ),
        )}
      </svg>
      <div className="num mt-1 flex justify-between text-11 text-ink-3">
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <span key={part}>{clockText(from + part * (to - from))}</span>
        ))}
      </div>
    </div>
  );
}

interface BarRectsProps {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly highest: number;
}

function BarRects({ bar, x, width: barWidth, highest }: BarRectsProps) {
  const scale = (height - 6) / highest;
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1, count * scale));
  const others = tall(bar.others);
  const warnings = tall(bar.warnings);
  const errors = tall(bar.errors);
  const bottom = height - 2;
  const common = { x: x + barWidth * 0.07, width: barWidth * 0.86 };
  return (
    <>
      <rect {...common} y={bottom - others} height={others} className="fill-line-strong" />
      <rect {...common} y={bottom - others - warnings} height={warnings} className="fill-wait-mark" />
      <rect {...common} y={bottom - others - warnings - errors} height={errors} className="fill-bad-mark" />
    </>
  );
}

/** Pixels that a pointer may tremble without it being a drag. */
const dragPx = 5;

function useDrag(from: number, to: number, onGo: (at: number) => void, onRange: (from: number, to: number) => void) {
  const start = useRef<{ x: number; at: number } | undefined>(undefined);
  const [span, setSpan] = useState<Span>();
  const timeAt = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return from + ((event.clientX - box.left) / box.width) * (to - from);
  };
  const ordered = (a: number, b: number): Span => ({ from: Math.min(a, b), to: Math.max(a, b) });
  return {
    span,
    handlers: {
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, at: timeAt(event) };
      },
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        if (start.current && Math.abs(event.clientX - start.current.x) > dragPx) {
          setSpan(ordered(start.current.at, timeAt(event)));
        }
      },
      onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
        if (span) onRange(span.from, span.to);
        else if (start.current) onGo(timeAt(event));
        start.current = undefined;
        setSpan(undefined);
      },
    },
  };
}
