"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FlameNode } from "#server/jobs/job.schema.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clockText } from "../../ui/quantities.tsx";
import { Segment } from "../../ui/segment.tsx";
import type { JobPlace } from "../job-href.ts";
import { type FlameGraphType, flameGraphQuery } from "../job-queries.ts";
import { type Flame, flamesOf } from "./flames.ts";

interface FlameGraphPanelProps {
  readonly job: JobPlace;
  readonly vertexId: string;
}

const types = [
  { value: "full", label: "All" },
  { value: "on_cpu", label: "On CPU" },
  { value: "off_cpu", label: "Waiting" },
] as const;

/** Where the threads of a vertex spend their time. Sampling costs the TaskManagers something, so it is asked for. */
export function FlameGraphPanel({ job, vertexId }: FlameGraphPanelProps) {
  const [wanted, setWanted] = useState(false);
  const [type, setType] = useState<FlameGraphType>("full");
  return (
    <Panel
      title="Flame graph"
      note="where its threads spend their time"
      actions={
        wanted ? (
          <Segment label="Threads" value={type} onChange={setType} options={types} />
        ) : (
          <Button onClick={() => setWanted(true)}>Sample</Button>
        )
      }
    >
      {wanted ? (
        <FlameGraph job={job} vertexId={vertexId} type={type} />
      ) : (
        <EmptyState title="Not sampled">Sampling takes stack traces of the TaskManagers for some seconds.</EmptyState>
      )}
    </Panel>
  );
}

function FlameGraph({ job, vertexId, type }: FlameGraphPanelProps & { readonly type: FlameGraphType }) {
  const { data, error, refetch } = useQuery(flameGraphQuery(job, vertexId, type));
  const [zoomed, setZoomed] = useState<FlameNode | undefined>(undefined);
  if (error) {
    return (
      <div className="p-3">
        <ErrorState fact="The flame graph could not be read." error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data?.state === "off") {
    return <EmptyState title="Switched off">The cluster does not set rest.flamegraph.enabled to true.</EmptyState>;
  }
  if (data?.root === undefined)
    return <EmptyState title="Samples are being taken">This takes some seconds.</EmptyState>;
  const flames = flamesOf(zoomed ?? data.root);
  return (
    <div className="p-4">
      <p className="mb-2 flex items-center gap-2 text-12 text-ink-3">
        Sampled at {clockText(data.endTime ?? 0)}. Press a frame to look closer.
        {zoomed && <Button onClick={() => setZoomed(undefined)}>Whole graph</Button>}
      </p>
      <div className="relative w-full overflow-hidden" style={{ height: flames.depth * 20 }}>
        {flames.boxes.map((flame) => (
          <FlameBox key={flame.id} flame={flame} onZoom={() => setZoomed(flame.node)} />
        ))}
      </div>
    </div>
  );
}

function FlameBox({ flame, onZoom }: { readonly flame: Flame; readonly onZoom: () => void }) {
  const own = flame.depth % 2 === 0 ? "bg-wait-tint" : "bg-inset";
  return (
    <button
      type="button"
      title={`${flame.node.name}, ${Math.round(flame.width * 100)} %`}
      onClick={onZoom}
      className={`mono absolute h-5 truncate border border-line px-1 text-left text-11 hover:bg-hover ${own}`}
      style={{ left: `${flame.left * 100}%`, width: `${flame.width * 100}%`, top: flame.depth * 20 }}
    >
      {flame.node.name}
    </button>
  );
}
