"use client";
import { useMemo } from "react";
import type { planJobOperation } from "#server/jobs/jars.schema.ts";
import type { AnswerOf } from "#server/operation.schema.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { boxHeight, boxWidth, layOutGraph } from "../detail/lay-out-graph.ts";
import { chainText, shortName } from "../detail/vertex-verdict.ts";

interface PlanPanelProps {
  readonly plan: AnswerOf<typeof planJobOperation> | undefined;
  readonly error: unknown;
}

/** The graph that a program would run as. */
export function PlanPanel({ plan, error }: PlanPanelProps) {
  return (
    <Panel title="Plan" note={plan && `${plan.name}, ${plan.vertices.length} vertices`}>
      {error ? (
        <div className="p-3">
          <ErrorState fact="The program made no plan." error={error} />
        </div>
      ) : plan ? (
        <Plan plan={plan} />
      ) : (
        <EmptyState title="Not asked for">
          «Show plan» runs the program's main in the JobManager up to execute; nothing is deployed.
        </EmptyState>
      )}
    </Panel>
  );
}

function Plan({ plan }: { readonly plan: AnswerOf<typeof planJobOperation> }) {
  const layout = useMemo(
    () =>
      layOutGraph(
        plan.vertices.map((vertex) => vertex.id),
        plan.edges,
      ),
    [plan],
  );
  const byId = new Map(plan.vertices.map((vertex) => [vertex.id, vertex]));
  return (
    <figure aria-label={`Plan of ${plan.name}`} className="overflow-x-auto p-4">
      <svg width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`}>
        <title>Plan</title>
        {layout.lines.map((line) => (
          <g key={line.path} stroke="var(--control)">
            <path d={line.path} fill="none" strokeWidth="1.4" />
            <path d={`M${line.end.x - 6} ${line.end.y - 4}l6 4-6 4z`} fill="var(--control)" stroke="none" />
          </g>
        ))}
        {layout.boxes.map((place) => {
          const vertex = byId.get(place.id);
          if (vertex === undefined) return null;
          const named = { description: vertex.description, name: vertex.id };
          return (
            <foreignObject key={place.id} x={place.x} y={place.y} width={boxWidth} height={boxHeight}>
              <div className="h-full rounded-3 border border-line-strong p-3" title={vertex.description}>
                <div className="truncate font-semibold">{shortName(named)}</div>
                <div className="truncate text-12 text-ink-2">{chainText(named)}</div>
                <div className="num mt-2 text-12 text-ink-3">parallelism {vertex.parallelism}</div>
              </div>
            </foreignObject>
          );
        })}
      </svg>
    </figure>
  );
}
