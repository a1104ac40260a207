"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { tookText } from "../../ui/quantities.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { type JobPlace, jobHref } from "../job-href.ts";
import { checkpointsQuery } from "../job-queries.ts";
import { CheckpointChart } from "./checkpoint-chart.tsx";
import { CheckpointTable } from "./checkpoint-table.tsx";

/** The last checkpoints as a chart, and the newest two. */
export function CheckpointsPanel({ job }: { readonly job: JobPlace }) {
  const { data, error, refetch } = useQuery(checkpointsQuery(job));
  const history = data?.history ?? [];
  const failed = history.filter((one) => one.status === "FAILED").length;
  const interval = data?.configuration?.intervalMs;
  return (
    <Panel
      title="Checkpoints"
      note={data && `last ${history.length}${interval === undefined ? "" : `, every ${tookText(interval)}`}`}
      actions={
        <>
          {failed > 0 && (
            <span className="flex items-center gap-1.5 text-12">
              <StateMark shape="failing" />
              {failed} failed
            </span>
          )}
          <Link href={jobHref(job, "checkpoints") as Route} className="text-12">
            All
          </Link>
        </>
      }
    >
      {error && (
        <div className="p-3">
          <ErrorState fact="The checkpoints could not be read." error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data && history.length === 0 && <NoCheckpoints enabled={data.enabled} periodic={interval !== undefined} />}
      {history.length > 0 && (
        <>
          <div className="p-4">
            <CheckpointChart history={history} limitMs={interval} />
          </div>
          <div className="border-t border-line">
            <CheckpointTable checkpoints={history.slice(0, 2)} />
          </div>
        </>
      )}
    </Panel>
  );
}

export function NoCheckpoints({ enabled, periodic }: { readonly enabled: boolean; readonly periodic: boolean }) {
  return (
    <EmptyState title="No checkpoints">
      {enabled && periodic
        ? "None has been taken yet."
        : "This job takes none by itself: execution.checkpointing.interval is not set. Only a savepoint keeps its state."}
    </EmptyState>
  );
}
