"use client";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { DestructiveDialog } from "../ui/destructive-dialog.tsx";
import { Note } from "../ui/note.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { bytesText, clockText } from "../ui/quantities.tsx";
import { SelectField } from "../ui/select.tsx";
import { useClusterChoice } from "./cluster-choice.ts";
import { useDisposeSavepoint } from "./savepoint-queries.ts";

interface DisposeDialogProps {
  readonly savepoint: Savepoint;
  readonly onClose: () => void;
}

/** Asks before a savepoint's files are deleted, and through which cluster: nothing brings them back. */
export function DisposeDialog({ savepoint, onClose }: DisposeDialogProps) {
  const dispose = useDisposeSavepoint();
  const { chosen, value, choose, options, isPending, error } = useClusterChoice(savepoint, () => true);
  const { path = "", sizeBytes } = savepoint;
  return (
    <DestructiveDialog
      open
      onClose={onClose}
      title={`Delete this savepoint of ${savepoint.jobName}?`}
      lead={`Taken at ${clockText(savepoint.askedAt)}${sizeBytes === undefined ? "" : `, ${bytesText(sizeBytes)}`}.`}
      verb="Delete its files"
      keep="Keep savepoint"
      busy={dispose.isPending && "Deleting"}
      off={chosen ? undefined : "There is no cluster that is up to do it"}
      onConfirm={() => chosen && dispose.mutate({ cluster: chosen, path }, { onSuccess: onClose })}
    >
      <p className="mono break-all">{path}</p>
      <p className="text-ink-2">
        No job can start from it afterwards. A job that was started from it without a claim, and has not completed a
        checkpoint since, can't be restored either.
      </p>
      {options.length > 0 && (
        <SelectField
          label="Through cluster"
          value={value}
          onChange={choose}
          options={options}
          help="Its JobManager deletes the files, so it must reach them."
        />
      )}
      {options.length === 0 && !isPending && (
        <Note family="wait" fact={`No cluster is up in ${savepoint.context}.`}>
          Only a JobManager can delete a savepoint's files.
        </Note>
      )}
      {error && <ErrorState fact="The clusters could not be read." error={error} />}
      {dispose.error && <ErrorState fact="The savepoint was not deleted." error={dispose.error} />}
    </DestructiveDialog>
  );
}
