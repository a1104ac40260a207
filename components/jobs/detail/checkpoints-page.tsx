"use client";
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { checkpointConfiguration } from "#server/jobs/job.schema.ts";
import { useAddressState } from "../../client/use-address-state.ts";
import { Facts } from "../../ui/facts.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clockText, countText, tookText } from "../../ui/quantities.tsx";
import { Segment } from "../../ui/segment.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import type { JobPlace } from "../job-href.ts";
import { checkpointsQuery } from "../job-queries.ts";
import { CheckpointChart, type CheckpointMeasure } from "./checkpoint-chart.tsx";
import { CheckpointTable } from "./checkpoint-table.tsx";
import { NoCheckpoints } from "./checkpoints-panel.tsx";

/** All checkpoints that the JobManager remembers, how they are configured, and what the job was restored from. */
export function CheckpointsPage({ job }: { readonly job: JobPlace }) {
  const { data, error, refetch, isPending } = useQuery(checkpointsQuery(job));
  const history = data?.history ?? [];
  const configuration = data?.configuration;
  const [measure, setMeasure] = useAddressState("chart", "duration");
  return (
    <div className="grid content-start gap-4 p-5">
      {error && <ErrorState fact="The checkpoints could not be read." error={error} onRetry={() => void refetch()} />}
      {isPending && <SkeletonRows waitingFor={`Waiting for the JobManager of ${job.clusterId}`} />}
      {configuration && <ConfigurationPanel configuration={configuration} />}
      {data && (
        <Panel
          title="Checkpoints"
          note={countsText(data.counts)}
          actions={<Segment label="Chart" value={measureOf(measure)} onChange={setMeasure} options={measures} />}
        >
          {history.length === 0 ? (
            <NoCheckpoints enabled={data.enabled} periodic={configuration?.intervalMs !== undefined} />
          ) : (
            <>
              <div className="max-w-[720px] p-4">
                <CheckpointChart history={history} limitMs={configuration?.intervalMs} measure={measureOf(measure)} />
              </div>
              <div className="border-t border-line">
                <CheckpointTable wide checkpoints={history} />
              </div>
            </>
          )}
        </Panel>
      )}
      {data?.restored && (
        <Panel title="Restored from" padded>
          {data.restored.isSavepoint ? "Savepoint" : "Checkpoint"} {countText(data.restored.id)} at{" "}
          {clockText(data.restored.at)}
          <div className="mono break-all text-ink-2">{data.restored.path}</div>
        </Panel>
      )}
    </div>
  );
}

const measures = [
  { value: "duration", label: "Duration" },
  { value: "size", label: "State size" },
] as const;

/** An address written by hand may say anything. */
const measureOf = (text: string): CheckpointMeasure => (text === "size" ? "size" : "duration");

function countsText(counts: { completed: number; failed: number; inProgress: number } | undefined): string | undefined {
  if (counts === undefined) return undefined;
  const { completed, failed, inProgress } = counts;
  return `${countText(completed)} completed, ${countText(failed)} failed, ${countText(inProgress)} in progress`;
}

type Configuration = z.output<typeof checkpointConfiguration>;

function ConfigurationPanel({ configuration }: { readonly configuration: Configuration }) {
  return (
    <Panel title="How it checkpoints" padded>
      <Facts
        facts={[
          {
            label: "Every",
            value: configuration.intervalMs ? tookText(configuration.intervalMs) : "never by itself",
          },
          { label: "Mode", value: configuration.mode.replaceAll("_", " ") },
          { label: "Timeout", value: tookText(configuration.timeoutMs) },
          { label: "Pause at least", value: tookText(configuration.minPauseMs) },
          { label: "At once", value: countText(configuration.maxConcurrent) },
          { label: "Unaligned", value: configuration.unaligned ? "yes" : "no" },
          { label: "Failures tolerated", value: countText(configuration.tolerableFailures ?? 0) },
          { label: "State backend", value: configuration.stateBackend ?? "not told" },
          { label: "Storage", value: configuration.storage ?? "not told" },
          { label: "Kept when cancelled", value: configuration.keptOnCancel ? "yes" : "no" },
        ]}
      />
    </Panel>
  );
}
