"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAddressState } from "../../client/use-address-state.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterField } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { SelectField } from "../../ui/select.tsx";
import type { JobPlace } from "../job-href.ts";
import { jobQuery, metricNamesQuery, metricValuesQuery } from "../job-queries.ts";
import { MetricChart } from "./metric-chart.tsx";
import { useSamples } from "./use-samples.ts";
import { shortName } from "./vertex-verdict.ts";

const most = 12;
const usual = [
  "numRecordsInPerSecond",
  "numRecordsOutPerSecond",
  "busyTimeMsPerSecond",
  "backPressuredTimeMsPerSecond",
];

/** Metrics of one vertex, charted over the time that this page is open. */
export function MetricsPage({ job }: { readonly job: JobPlace }) {
  const details = useQuery(jobQuery(job));
  const [chosenVertex, chooseVertex] = useAddressState("vertex");
  const [namesText, setNamesText] = useAddressState("metrics", usual.join(","));
  const vertices = details.data?.vertices ?? [];
  const vertex = vertices.find((one) => one.id === chosenVertex) ?? vertices[0];
  const names = namesText.split(",").filter(Boolean).slice(0, most);
  const toggle = (name: string) =>
    setNamesText((names.includes(name) ? names.filter((one) => one !== name) : [...names, name]).join(","));
  if (vertex === undefined) {
    return (
      <EmptyState title="No metrics">{details.data ? "The job has no graph." : "Waiting for the job."}</EmptyState>
    );
  }
  return (
    <div className="grid grid-cols-[320px_minmax(0,1fr)] content-start gap-4 p-5 max-wide:grid-cols-1">
      <div className="grid content-start gap-4">
        <SelectField
          label="Vertex"
          value={vertex.id}
          onChange={chooseVertex}
          options={vertices.map((one) => ({ value: one.id, label: shortName(one) }))}
        />
        <MetricNames job={job} vertexId={vertex.id} chosen={names} onToggle={toggle} />
      </div>
      <MetricCharts key={vertex.id} job={job} vertexId={vertex.id} names={names} onRemove={toggle} />
    </div>
  );
}

interface MetricNamesProps {
  readonly job: JobPlace;
  readonly vertexId: string;
  readonly chosen: readonly string[];
  readonly onToggle: (name: string) => void;
}

const listed = 200;

function MetricNames({ job, vertexId, chosen, onToggle }: MetricNamesProps) {
  const { data, error, refetch } = useQuery(metricNamesQuery(job, vertexId));
  const [text, setText] = useState("");
  const found = (data?.names ?? []).filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Panel title="Metrics" note={data && `${found.length} of ${data.names.length}`}>
      {error && (
        <div className="p-3">
          <ErrorState fact="The metrics' names could not be read." error={error} onRetry={() => void refetch()} />
        </div>
      )}
      <div className="p-2">
        <FilterField
          label="Filter metrics"
          placeholder="Name"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <ul className="max-h-[480px] overflow-y-auto pb-2">
        {found.slice(0, listed).map((name) => (
          <li key={name}>
            <label className="mono flex gap-2 px-3 py-px hover:bg-hover">
              <input
                type="checkbox"
                className="accent-accent"
                checked={chosen.includes(name)}
                disabled={!chosen.includes(name) && chosen.length >= most}
                onChange={() => onToggle(name)}
              />
              <span className="min-w-0 break-all">{name}</span>
            </label>
          </li>
        ))}
        {found.length > listed && (
          <li className="px-3 py-1 text-12 text-ink-3">and {found.length - listed} more: filter to see them</li>
        )}
      </ul>
    </Panel>
  );
}

interface MetricChartsProps {
  readonly job: JobPlace;
  readonly vertexId: string;
  readonly names: readonly string[];
  readonly onRemove: (name: string) => void;
}

function MetricCharts({ job, vertexId, names, onRemove }: MetricChartsProps) {
  const values = useQuery(metricValuesQuery(job, vertexId, names));
  const samples = useSamples(values.data);
  return (
    <div className="grid content-start gap-4">
      {values.error && (
        <ErrorState fact="The metrics could not be read." error={values.error} onRetry={() => void values.refetch()} />
      )}
      {names.length === 0 && <EmptyState title="No metric chosen">Choose up to {most} at the left.</EmptyState>}
      {names.map((name) => (
        <Panel
          key={name}
          title={<span className="mono">{name}</span>}
          actions={
            <Button kind="ghost" icon="close" iconOnly onClick={() => onRemove(name)}>
              {`Remove ${name}`}
            </Button>
          }
        >
          <MetricChart name={name} samples={samples.get(name) ?? []} />
        </Panel>
      ))}
    </div>
  );
}
