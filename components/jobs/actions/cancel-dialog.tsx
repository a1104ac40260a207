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

interface CancelDialogProps {
  /** The jobs to cancel; none keeps the dialog shut. */
  readonly rows: readonly JobRow[];
  readonly onClose: (done: boolean) => void;
}

/** Asks before jobs are cancelled: the safe way first, then what is lost. */
export function CancelDialog({ rows, onClose }: CancelDialogProps) {
  const [stopping, setStopping] = useState<JobRow | undefined>(undefined);
  const [first] = rows;
  if (stopping) {
    const close = () => {
      setStopping(undefined);
      onClose(true);
    };
    return <SavepointDialog job={stopping.job} mode="stop" onClose={close} />;
  }
  if (first === undefined) return null;
  return <Question rows={rows} first={first} onStop={setStopping} onClose={onClose} />;
}

interface QuestionProps extends CancelDialogProps {
  readonly first: JobRow;
  readonly onStop: (row: JobRow) => void;
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
      {one && first.job.state === "RUNNING" && (
        <Note
          family="info"
          fact="Stop with a savepoint instead"
          actions={
            <Button kind="primary" onClick={() => onStop(first)}>
              Stop with savepoint
            </Button>
          }
        >
          and nothing is lost: the job can be started again from where it was. If the savepoint fails, it runs on.
        </Note>
      )}
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

function Loss({ row: { job } }: { readonly row: JobRow }) {
  const now = useNow();
  const completedAt = job.checkpoint?.completedAt;
  if (completedAt === undefined) return "has no checkpoint: cancelled, all of its state is lost";
  return `cancelled, it loses what it did since its last checkpoint, ${durationText(now - completedAt)} ago`;
}
