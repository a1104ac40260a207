"use client";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { DestructiveDialog } from "../ui/destructive-dialog.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { bytesText, clockText } from "../ui/quantities.tsx";
import { useDisposeSavepoint } from "./savepoint-queries.ts";

interface DisposeDialogProps {
  readonly savepoint: Savepoint;
  readonly onClose: () => void;
}

/** Asks before a savepoint's files are deleted: nothing brings them back. */
export function DisposeDialog({ savepoint, onClose }: DisposeDialogProps) {
  const dispose = useDisposeSavepoint();
  return (
    <DestructiveDialog
      open
      onClose={onClose}
      title={`Delete this savepoint of ${savepoint.jobName}?`}
      lead={`Taken at ${clockText(savepoint.askedAt)}${savepoint.sizeBytes === undefined ? "" : `, ${bytesText(savepoint.sizeBytes)}`}.`}
      verb="Delete its files"
      keep="Keep savepoint"
      busy={dispose.isPending && "Deleting"}
      onConfirm={() => dispose.mutate(savepoint, { onSuccess: onClose })}
    >
      <p className="mono break-all">{savepoint.path}</p>
      <p className="text-ink-2">
        The files are deleted through cluster {savepoint.clusterId}, which must be up and reach them. No job can start
        from it afterwards. A job that was started from it and claimed it loses its ground.
      </p>
      {dispose.error && <ErrorState fact="The savepoint was not deleted." error={dispose.error} />}
    </DestructiveDialog>
  );
}
