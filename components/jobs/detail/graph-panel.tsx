"use client";
import { useMemo } from "react";
import type { JobDetails } from "#server/jobs/job.schema.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { hasEnded } from "../job-state.tsx";
import { type Line, layOutGraph } from "./lay-out-graph.ts";
import { VertexBox } from "./vertex-box.tsx";
import { bottlenecks, graphSentence, shortName, verdictOf } from "./vertex-verdict.ts";

interface GraphPanelProps {
  readonly details: Pick<JobDetails, "job" | "vertices" | "edges">;
  readonly onOpen: (vertexId: string) => void;
}

/** The job's graph as a picture. Scrolls sideways where it does not fit, and never shrinks. */
export function GraphPanel({ details: { job, vertices, edges }, onOpen }: GraphPanelProps) {
  // Numbers change every few seconds, the structure hardly ever: boxes stay where they are.
  const structure = JSON.stringify([vertices.map((vertex) => vertex.id), edges.map(({ from, to }) => ({ from, to }))]);
  const layout = useMemo(() => {
    const [ids, lines] = JSON.parse(structure) as [string[], { from: string; to: string }[]];
    return layOutGraph(ids, lines);
  }, [structure]);
  const slow = bottlenecks(vertices, edges);
  const verdicts = new Map(vertices.map((vertex) => [vertex.id, verdictOf(vertex, slow.has(vertex.id))]));
  const byId = new Map(vertices.map((vertex) => [vertex.id, vertex]));
  return (
    <Panel title="Graph" note={graphSentence(vertices, edges)} actions={<Legend />}>
      {vertices.length === 0 ? (
        <NoGraph ended={hasEnded(job.state)} />
      ) : (
        <figure
          aria-label={`Job graph of ${vertices.map(shortName).join(", ")}. ${graphSentence(vertices, edges)}`}
          className="overflow-x-auto p-4"
        >
          <svg width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`}>
            <title>Job graph</title>
            <Stripes />
            {layout.lines.map((line, index) => {
              const pressed = verdicts.get(line.from)?.words === "Back-pressured";
              const label = edges[index]?.shipStrategy.toLowerCase() ?? "";
              return <Edge key={`${line.from} ${line.to} ${label}`} line={line} label={label} pressed={pressed} />;
            })}
            {layout.boxes.map((place) => {
              const vertex = byId.get(place.id);
              const verdict = verdicts.get(place.id);
              if (!(vertex && verdict)) return null;
              return (
                <VertexBox
                  key={place.id}
                  vertex={vertex}
                  place={place}
                  verdict={verdict}
                  onOpen={() => onOpen(place.id)}
                />
              );
            })}
          </svg>
        </figure>
      )}
    </Panel>
  );
}

/** The adaptive scheduler makes the graph only when it has slots for it. */
function NoGraph({ ended }: { readonly ended: boolean }) {
  if (ended) return <EmptyState title="No graph">The job ended before Flink had one.</EmptyState>;
  return (
    <EmptyState title="No graph yet">The job waits for slots. It begins when the cluster has some free.</EmptyState>
  );
}

interface EdgeProps {
  readonly line: Line;
  readonly label: string;
  readonly pressed: boolean;
}

function Edge({ line, label, pressed }: EdgeProps) {
  const color = pressed ? "var(--bad-mark)" : "var(--control)";
  const { x, y } = line.end;
  return (
    <g>
      <path d={line.path} fill="none" stroke={color} strokeWidth={pressed ? 2.2 : 1.4} />
      <path d={`M${x - 6} ${y - 4}l6 4-6 4z`} fill={color} />
      <text x={line.middle.x} y={line.middle.y - 8} fontSize="11" textAnchor="middle" fill="var(--ink-2)">
        {label}
      </text>
    </g>
  );
}

/** Red stripes: back-pressure is told by its pattern, not by its colour alone. */
function Stripes() {
  return (
    <defs>
      <pattern id="back-pressured" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--bad-mark)" />
        <rect width="1.5" height="5" fill="var(--surface)" />
      </pattern>
    </defs>
  );
}

function Legend() {
  const entry = (label: string, fill: string) => (
    <span className="flex items-center gap-1.5">
      <svg width="14" height="6" aria-hidden="true">
        <rect width="14" height="6" fill={fill} />
      </svg>
      {label}
    </span>
  );
  return (
    <span className="flex gap-3.5 text-12 text-ink-2 max-wide:hidden">
      {entry("busy", "var(--ink-3)")}
      {entry("back-pressured", "url(#back-pressured)")}
      {entry("idle", "var(--line-strong)")}
    </span>
  );
}
