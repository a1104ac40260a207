"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import type { Job } from "#server/jobs/schema.ts";
import { type ClusterPlace, clusterHref } from "../../client/cluster-href.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { countText, durationText, tookText } from "../../ui/quantities.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { State } from "../../ui/state-mark.tsx";
import { type Column, Row, RowActions, Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useNow } from "../../ui/use-now.ts";
import { CancelJobDialog } from "./cancel-job-dialog.tsx";
import { clusterJobsQuery } from "./cluster-jobs-queries.ts";
import { type JobLetter, jobLetters } from "./job-letters.ts";
import { jobStateOf } from "./job-state.ts";

const columns: readonly Column[] = [
  { id: "job", head: "Job" },
  { id: "state", head: "State", width: 112 },
  { id: "tasks", head: "Tasks", width: 76, numeric: true },
  { id: "in", head: "In, rec/s", width: 84, numeric: true, wideOnly: true },
  { id: "pressure", head: "Pressure", width: 96, wideOnly: true },
  { id: "checkpoint", head: "Checkpoint", width: 88, numeric: true, wideOnly: true },
  { id: "runs", head: "Runs", width: 64, numeric: true },
  { id: "actions", head: "Actions", headHidden: true, width: 104 },
];

const SHOWN = 12;

/** The cluster's jobs, the living first, each with its way to be cancelled. */
export function JobsPanel({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, refetch, isPending } = useQuery(clusterJobsQuery(cluster));
  const [cancelling, setCancelling] = useState<Job | null>(null);
  const letters = jobLetters(data?.jobs ?? []);
  const jobs = [...letters.keys()].flatMap((id) => data?.jobs.find((job) => job.jobId === id) ?? []);
  return (
    <Panel
      title="Jobs"
      note={summary(jobs)}
      actions={
        <Link href={clusterHref(cluster, "jobs") as Route} className="text-12">
          All jobs
        </Link>
      }
    >
      {error && (
        <div className="p-3">
          <ErrorState fact="The jobs could not be read." error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {isPending && <SkeletonRows rows={2} waitingFor="Waiting for the JobManager" />}
      {data && jobs.length === 0 && <NoJobs state={data.cluster.state} detail={data.cluster.detail} />}
      {jobs.length > 0 && (
        <Table label="Jobs" inset="in" columns={columns}>
          {jobs.slice(0, SHOWN).map((job) => (
            <JobRow key={job.jobId} job={job} letter={letters.get(job.jobId)} onCancel={() => setCancelling(job)} />
          ))}
        </Table>
      )}
      {cancelling && <CancelJobDialog job={cancelling} onClose={() => setCancelling(null)} />}
    </Panel>
  );
}

function NoJobs({ state, detail }: { readonly state: string; readonly detail: string | undefined }) {
  if (state === "answered") {
    return (
      <EmptyState title="No jobs">Nothing was submitted to this cluster, or its JobManager started anew.</EmptyState>
    );
  }
  return <EmptyState title="Jobs are not known yet">{detail ?? "The JobManager does not answer yet."}</EmptyState>;
}

/** «2 running, 1 restarting, 1 finished». */
function summary(jobs: readonly Job[]): string {
  const words = Map.groupBy(jobs, (job) => jobStateOf(job.state).word.toLowerCase());
  return [...words].map(([word, members]) => `${members.length} ${word}`).join(", ");
}

interface JobRowProps {
  readonly job: Job;
  readonly letter: JobLetter | undefined;
  readonly onCancel: () => void;
}

function JobRow({ job, letter, onCancel }: JobRowProps) {
  const now = useNow();
  const state = jobStateOf(job.state);
  const cancelling = job.state === "CANCELLING" || job.cancelAskedAt !== undefined;
  return (
    <Row>
      <td>
        <span
          className={`slot mr-2 inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-1 text-11 font-[650] ${letter?.color ?? ""}`}
        >
          {letter?.letter}
        </span>
        <Link
          href={clusterHref(job, `jobs/${job.jobId}`) as Route}
          title={job.name}
          className="font-strong text-ink hover:text-accent-ink"
        >
          {job.name}
        </Link>
      </td>
      <td>
        <State shape={state.shape}>{state.word}</State>
      </td>
      <td className="num">
        {job.tasksRunning === job.tasksTotal ? job.tasksTotal : `${job.tasksRunning} of ${job.tasksTotal}`}
      </td>
      <td className="num max-wide:hidden">{job.recordsPerSecond !== undefined && countText(job.recordsPerSecond)}</td>
      <td className="max-wide:hidden">{state.alive && <Pressure job={job} />}</td>
      <td className="num max-wide:hidden">
        <Checkpoint job={job} />
      </td>
      <td className="num text-ink-2">{durationText((job.endTime ?? now) - job.startTime)}</td>
      <td>
        {state.alive && (
          <RowActions>
            <Button
              kind="danger-quiet"
              className="w-auto! text-12"
              onClick={onCancel}
              disabledReason={cancelling ? "It is being cancelled" : undefined}
            >
              {cancelling ? "Cancelling" : "Cancel"}
            </Button>
          </RowActions>
        )}
      </td>
    </Row>
  );
}

const HIGH = 0.5;
const LOW = 0.1;

function Pressure({ job }: Pick<JobRowProps, "job">) {
  if (job.pressure === undefined) return null;
  const share = job.pressure.backPressured;
  if (share < LOW) return <span className="text-ink-3">none</span>;
  const percent = `${Math.round(share * 100)} %`;
  return share >= HIGH ? <Tag family="bad">high {percent}</Tag> : <Tag family="wait">low {percent}</Tag>;
}

function Checkpoint({ job }: Pick<JobRowProps, "job">) {
  if (job.checkpoint?.failed) return <span className="text-bad-ink">failed</span>;
  if (job.checkpoint?.durationMs === undefined) return <span className="text-ink-3">none</span>;
  return tookText(job.checkpoint.durationMs);
}
