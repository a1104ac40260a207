"use client";
import { useState } from "react";
import { problemOf } from "../ui/console-problem.ts";
import { DestructiveDialog } from "../ui/destructive-dialog.tsx";
import { Note } from "../ui/note.tsx";
import { durationText } from "../ui/quantities.tsx";
import { useNow } from "../ui/use-now.ts";
import { useCancelJobs } from "./job-queries.ts";
import type { JobRow } from "./list/job-row.ts";

interface CancelDialogProps {
  /** The jobs to cancel; none keeps the dialog shut. */
  readonly rows: readonly JobRow[];
  readonly onClose: (done: boolean) => void;
}

/** Asks before jobs are cancelled: what is lost, and the safe way first. */
export function CancelDialog({ rows, onClose }: CancelDialogProps) {
  const cancel = useCancelJobs();
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [first] = rows;
  const one = rows.length === 1;
  const close = (done: boolean) => {
    setFailures([]);
    onClose(done);
  };
  const confirm = async () => {
    const results = await cancel.mutateAsync(rows.map((row) => row.job));
    const failed = results.flatMap(({ job, error }) => {
      if (error === undefined) return [];
      const name = rows.find((row) => row.job.jobId === job.jobId)?.job.name ?? job.jobId;
      return [`${name}: ${problemOf(error).detail ?? problemOf(error).title}`];
    });
    if (failed.length === 0) close(true);
    else setFailures(failed);
  };
  return (
    <DestructiveDialog
      open={rows.length > 0}
      onClose={() => close(false)}
      title={one ? `Cancel ${first?.job.name}?` : `Cancel ${rows.length} jobs?`}
      lead={one ? `Job ${first?.job.jobId} on ${first?.job.clusterId}.` : "Each is cancelled by itself, at once."}
      verb={one ? "Cancel without savepoint" : `Cancel ${rows.length} jobs`}
      keep={one ? "Keep job" : "Keep jobs"}
      busy={cancel.isPending && "Canceling"}
      onConfirm={() => void confirm()}
    >
      <ul className="grid gap-1.5">
        {rows.map((row) => (
          <li key={row.id} className="flex gap-2">
            <b className="font-strong">{row.job.name}</b>
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
  if (completedAt === undefined) return "has no checkpoint: all of its state is lost";
  return `loses what it did since its last checkpoint, ${durationText(now - completedAt)} ago`;
}
