"use client";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { problemOf } from "../../ui/console-problem.ts";
import { DestructiveDialog } from "../../ui/destructive-dialog.tsx";
import { Note } from "../../ui/note.tsx";
import { durationText } from "../../ui/quantities.tsx";
import { useNow } from "../../ui/use-now.ts";
import { useCancelJobs } from "../job-queries.ts";
import type { JobRow } from "../list/job-row.ts";
import { SavepointDialog } from "./savepoint-dialog.tsx";
import { StopJobsDialog } from "./stop-jobs-dialog.tsx";

interface CancelDialogProps {
  /** The jobs to cancel; none keeps the dialog shut. */
  readonly rows: readonly JobRow[];
  readonly onClose: (done: boolean) => void;
}

/** Asks before jobs are cancelled: the safe way first, then what is lost. */
export function CancelDialog({ rows, onClose }: CancelDialogProps) {
  const [stopping, setStopping] = useState<readonly JobRow[]>([]);
  const [first] = rows;
  const [toStop, ...others] = stopping;
  const close = () => {
    setStopping([]);
    onClose(true);
  };
  if (toStop) {
    return others.length === 0 ? (
      <SavepointDialog job={toStop.job} mode="stop" onClose={close} />
    ) : (
      <StopJobsDialog jobs={stopping.map((row) => row.job)} onClose={close} />
    );
  }
  if (first === undefined) return null;
  return <Question rows={rows} first={first} onStop={setStopping} onClose={onClose} />;
}

interface QuestionProps extends CancelDialogProps {
  readonly first: JobRow;
  readonly onStop: (rows: readonly JobRow[]) => void;
}

function Question({ rows, first, onStop, onClose }: QuestionProps) {
  const cancel = useCancelJobs();
  const [failures, setFailures] = useState<readonly string[]>([]);
  const one = rows.length === 1;
  const confirm = async () => {
    const results = await cancel.mutateAsync(rows.map((row) => row.job));
    const failed = results.flatMap(({ job, error }) => {
      if (error === undefined) return [];
      const name = rows.find((row) => row.job.jobId === job.jobId)?.job.name ?? job.jobId;
      return [`${name}: ${problemOf(error).detail ?? problemOf(error).title}`];
    });
    if (failed.length === 0) onClose(true);
    else setFailures(failed);
  };
  return (
    <DestructiveDialog
      open
      onClose={() => onClose(false)}
      title={one ? `Cancel ${first.job.name}?` : `Cancel ${rows.length} jobs?`}
      lead={one ? `Job ${first.job.jobId} on ${first.job.clusterId}.` : "Each is cancelled by itself, at once."}
      verb={one ? "Cancel without savepoint" : `Cancel ${rows.length} jobs`}
      keep={one ? "Keep job" : "Keep jobs"}
      busy={cancel.isPending && "Canceling"}
      onConfirm={() => void confirm()}
    >
      <StopOffer rows={rows} onStop={onStop} />
      <ul className="grid max-h-60 gap-1.5 overflow-y-auto">
        {rows.map((row) => (
          <li key={row.id}>
            <b className="font-strong">{row.job.name}</b>{" "}
            <span className="text-ink-2">
              <Loss row={row} />
            </span>
          </li>
        ))}
      </ul>
      {failures.map((failure) => (
        <Note key={failure} role="alert" family="bad" fact="Not canceled.">
          {failure}
        </Note>
      ))}
    </DestructiveDialog>
  );
}

/** The way that loses nothing, for those that can go it: only a running job can take a savepoint. */
function StopOffer({ rows, onStop }: Pick<QuestionProps, "rows" | "onStop">) {
  const able = rows.filter((row) => row.job.state === "RUNNING");
  if (able.length === 0) return null;
  const all = able.length === rows.length;
  const verb = able.length === 1 ? "Stop with savepoint" : `Stop ${able.length} with savepoints`;
  return (
    <Note
      family="info"
      fact={able.length === 1 ? "Stop with a savepoint instead" : "Stop with savepoints instead"}
      actions={
        <Button kind="primary" onClick={() => onStop(able)}>
          {verb}
        </Button>
      }
    >
      and nothing is lost: a job can be started again from where it was. If a savepoint fails, its job runs on.
      {!all && ` ${rows.length - able.length} of ${rows.length} do not run and can only be cancelled.`}
    </Note>
  );
}

function Loss({ row: { job } }: { readonly row: JobRow }) {
  const now = useNow();
  const completedAt = job.checkpoint?.completedAt;
  if (completedAt === undefined) return "has no checkpoint: cancelled, all of its state is lost";
  return `cancelled, it loses what it did since its last checkpoint, ${durationText(now - completedAt)} ago`;
}
