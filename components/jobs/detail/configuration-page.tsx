"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { FilterField } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { type Column, Row, Table } from "../../ui/table.tsx";
import type { JobPlace } from "../job-href.ts";
import { configurationQuery } from "../job-queries.ts";

const columns: readonly Column[] = [
  { id: "key", head: "Option", width: 440, narrowWidth: 320 },
  { id: "value", head: "Value" },
];

/** How the job runs, its own parameters, and what its JobManager is configured with. */
export function JobConfigurationPage({ job }: { readonly job: JobPlace }) {
  const { data, error, refetch, isPending } = useQuery(configurationQuery(job));
  return (
    <div className="grid content-start gap-4 p-5">
      {error && <ErrorState fact="The configuration could not be read." error={error} onRetry={() => void refetch()} />}
      {isPending && <SkeletonRows waitingFor={`Waiting for the JobManager of ${job.clusterId}`} />}
      {data && (
        <>
          <Panel title="How it runs" padded>
            <Facts
              facts={[
                { label: "Parallelism", value: data.parallelism ?? "not told" },
                { label: "Restart strategy", value: data.restartStrategy ?? "not told" },
                { label: "Object reuse", value: data.objectReuse ? "yes" : "no" },
              ]}
            />
          </Panel>
          <Options
            title="The job's own parameters"
            options={data.userConfiguration}
            none="The program registers none."
          />
          <Options title="Its cluster's configuration" options={data.clusterConfiguration} none="Nothing was told." />
        </>
      )}
    </div>
  );
}

interface OptionsProps {
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly none: string;
}

function Options({ title, options, none }: OptionsProps) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const all = Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const shown = all.filter(([key, value]) => `${key} ${value}`.toLowerCase().includes(wanted));
  return (
    <Panel
      title={title}
      note={all.length}
      actions={
        all.length > 5 && (
          <FilterField
            label={`Filter ${title.toLowerCase()}`}
            placeholder="Option or value"
            className="w-60"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )
      }
    >
      {all.length === 0 ? (
        <EmptyState title="None">{none}</EmptyState>
      ) : (
        <Table label={title} inset="in" columns={columns}>
          {shown.map(([key, value]) => (
            <Row key={key}>
              <td className="mono">{key}</td>
              <td className="mono text-ink-2" title={value}>
                {value}
              </td>
            </Row>
          ))}
        </Table>
      )}
    </Panel>
  );
}
