"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ClusterConfiguration } from "#server/clusters/cluster-view.schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { ClusterProblem } from "../../client/cluster-problem.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterField } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { clockText } from "../../ui/quantities.tsx";
import { Segment } from "../../ui/segment.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { type Column, Row, Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { clusterConfigurationQuery } from "../cluster-queries.ts";

const columns: readonly Column[] = [
  { id: "key", head: "Option" },
  { id: "value", head: "Value" },
];

type View = "options" | "file";

/** What Flink reads, as options or as the file itself. Sensitive values are hidden before they leave the server. */
export function ConfigurationPage({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, isPending, refetch } = useQuery(clusterConfigurationQuery(cluster));
  const [view, setView] = useState<View>("options");
  const [text, setText] = useState("");
  if (isPending) return <SkeletonRows rows={10} waitingFor="Waiting for the API server" />;
  if (data === undefined) return <ClusterProblem cluster={cluster} error={error} onRetry={() => void refetch()} />;
  if (data.file === undefined) {
    return (
      <EmptyState title="No configuration">The ConfigMap flink-config-{cluster.clusterId} is not there.</EmptyState>
    );
  }
  return (
    <div className="grid gap-4 p-5">
      <div className="flex items-center gap-2">
        <Segment
          label="View"
          value={view}
          onChange={setView}
          options={[
            { value: "options", label: "Options" },
            { value: "file", label: data.file.name },
          ]}
        />
        {view === "options" && (
          <FilterField
            label="Filter options"
            placeholder="Key or value"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="w-75"
          />
        )}
        <span className="flex-1" />
        <Submitted configuration={data} />
        <CopyButton text={data.file.text} label="Copy file" withWord />
      </div>
      {view === "options" ? (
        <Options configuration={data} text={text} />
      ) : (
        <Panel title={data.file.name} note={`as the pods read it; resourceVersion ${data.file.resourceVersion}`}>
          <pre className="overflow-x-auto px-4 py-3">{data.file.text}</pre>
        </Panel>
      )}
    </div>
  );
}

function Submitted({ configuration: { submitted } }: { readonly configuration: ClusterConfiguration }) {
  if (submitted === undefined) return null;
  return (
    <span className="num text-12 text-ink-3">
      submitted {clockText(submitted.at)} by {submitted.who}
    </span>
  );
}

interface OptionsProps {
  readonly configuration: ClusterConfiguration;
  readonly text: string;
}

function Options({ configuration: { effective, masked, submitted }, text }: OptionsProps) {
  const wanted = text.trim().toLowerCase();
  const yours = submitted?.spec.configuration ?? {};
  const shown = Object.entries(effective)
    .filter(([key, value]) => `${key}: ${value}`.toLowerCase().includes(wanted))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <Panel title="Options" note={`${shown.length}${wanted === "" ? "" : ` of ${Object.keys(effective).length}`}`}>
      {shown.length === 0 ? (
        <EmptyState title="No option passes the filter">{`text «${text}»`}</EmptyState>
      ) : (
        <Table label="Options" inset="in" columns={columns}>
          {shown.map(([key, value]) => (
            <Row key={key}>
              <td className="mono" title={key}>
                {key} {key in yours && <Tag family="accent">as submitted</Tag>}
              </td>
              <td className="mono" title={value}>
                {masked.includes(key) ? <span className="text-ink-3">hidden</span> : value}
              </td>
            </Row>
          ))}
        </Table>
      )}
    </Panel>
  );
}
