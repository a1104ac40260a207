"use client";
import type { Job } from "#server/jobs/schema.ts";
import { DestructiveDialog } from "../../ui/destructive-dialog.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { bytesText, clockText } from "../../ui/quantities.tsx";
import { useCancelJob } from "./cluster-jobs-queries.ts";

interface CancelJobDialogProps {
  readonly job: Job;
  readonly onClose: () => void;
}

function lostText({ checkpoint }: Job): string {
  if (checkpoint?.completedAt === undefined) return "It has no checkpoint: all of its state is lost.";
  const size = checkpoint.stateSize === undefined ? "" : `, ${bytesText(checkpoint.stateSize)}`;
  return `What came after its last checkpoint (${clockText(checkpoint.completedAt)}${size}) is lost. Unless checkpoints are retained, that one goes too.`;
}

/** Asks before a job is cancelled without a savepoint. */
export function CancelJobDialog({ job, onClose }: CancelJobDialogProps) {
  const cancel = useCancelJob(job);
  return (
    <DestructiveDialog
      open
      onClose={onClose}
      title={`Cancel job ${job.name}?`}
      lead={`It runs in cluster ${job.clusterId}, namespace ${job.namespace} of ${job.context}. It stops where it is, without a savepoint.`}
      verb="Cancel job"
      keep="Keep running"
      busy={cancel.isPending && "Cancelling"}
      onConfirm={() => cancel.mutate(job.jobId, { onSuccess: onClose })}
    >
      <p className="text-ink-2">{lostText(job)}</p>
      <p className="text-12 text-ink-3">To keep its state, open the job and stop it with a savepoint.</p>
      {cancel.error && (
        <ErrorState fact="The job was not cancelled." error={cancel.error} stillHolds="It still runs." />
      )}
    </DestructiveDialog>
  );
}
