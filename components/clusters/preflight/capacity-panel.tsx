"use client";
import { useQuery } from "@tanstack/react-query";
import type { CapacityView } from "#server/clusters/capacity.schema.ts";
import { Meter } from "../../ui/meter.tsx";
import { Note } from "../../ui/note.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import type { SpecInput } from "../cluster-queries.ts";
import { amountText, nodesText, quotaText, unseenText } from "./capacity-words.ts";
import { capacityQuery } from "./preflight-queries.ts";

interface CapacityPanelProps {
  readonly context: string;
  readonly spec: SpecInput;
}

/** How much room the namespace's quota and the nodes leave for the cluster's pods. */
export function CapacityPanel({ context, spec }: CapacityPanelProps) {
  const { data, error, refetch } = useQuery(capacityQuery(context, spec));
  if (error) {
    return <ErrorState fact="The room could not be asked for." error={error} onRetry={() => void refetch()} />;
  }
  // A spec that is refused asks for nothing.
  if (data === undefined || (data.taskManager === undefined && data.jobManager === undefined)) return null;
  const unseen = unseenText(data);
  const room = `${quotaText(data)} ${nodesText(data)}`.trim();
  return (
    <Panel title="Room" note="what the quota and the nodes leave" padded>
      <div className="grid gap-3">
        {data.warnings.map((warning) => (
          <Note key={warning.detail} family="wait" fact={warning.detail}>
            {warning.field && <span className="mono">{warning.field}</span>}
          </Note>
        ))}
        {room !== "" && <p>{room}</p>}
        {data.quotas.length > 0 && <Quotas quotas={data.quotas} />}
        {unseen && <p className="text-12 text-ink-3">{unseen}</p>}
      </div>
    </Panel>
  );
}

function Quotas({ quotas }: { readonly quotas: CapacityView["quotas"] }) {
  return (
    <ul className="grid gap-1" aria-label="Quotas of the namespace">
      {quotas.flatMap(({ name, rows }) =>
        rows.map((row) => {
          const withJobManager = row.used + row.jobManagers;
          return (
            <li
              key={`${name} ${row.resource}`}
              className="grid grid-cols-[minmax(0,1fr)_96px_minmax(0,236px)] items-center gap-3 text-12 text-ink-2"
            >
              <span className="truncate">
                {name}, <span className="mono">{row.resource}</span>
              </span>
              <Meter
                label={`${name} ${row.resource} with the JobManager`}
                value={withJobManager}
                max={row.hard}
                className="w-full"
              />
              <span className="num text-right">
                {amountText(withJobManager, row.unit)} of {amountText(row.hard, row.unit)} with the JobManager
              </span>
            </li>
          );
        }),
      )}
    </ul>
  );
}
