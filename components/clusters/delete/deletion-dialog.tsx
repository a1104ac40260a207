"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DeletionProgress } from "#server/clusters/cluster-view.schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { StateMark, type StateShape } from "../../ui/state-mark.tsx";
import { deletionQuery } from "../cluster-queries.ts";

const STUCK_AFTER_MS = 45_000;
const SHOWN = 12;

interface DeletionDialogProps {
  readonly cluster: ClusterPlace;
  readonly onClose: () => void;
  /** Called when it was closed after nothing was left. */
  readonly onGone: (() => void) | undefined;
}

/** What is still there, until nothing is. Closing it stops nothing. */
export function DeletionDialog({ cluster, onClose, onGone }: DeletionDialogProps) {
  const [startedAt] = useState(() => Date.now());
  const { data, error, dataUpdatedAt } = useQuery(deletionQuery(cluster, true));
  const done = data?.done ?? false;
  const close = () => {
    onClose();
    if (done) onGone?.();
  };
  return (
    <Dialog
      open
      onClose={close}
      title={done ? `${cluster.clusterId} is gone` : `Deleting ${cluster.clusterId}`}
      lead={
        done
          ? "No object of it is left."
          : "Kubernetes removes what belongs to the Deployment. This may be closed meanwhile."
      }
      actions={
        <Button big onClick={close} keys={["Esc"]}>
          Close
        </Button>
      }
    >
      {data && <Remaining progress={data} />}
      {!done && dataUpdatedAt - startedAt > STUCK_AFTER_MS && (
        <Note family="wait" fact="It takes longer than usual.">
          A pod may wait for its node, or an object has a finalizer that nobody serves. Kubernetes goes on trying.
        </Note>
      )}
      {error && <ErrorState fact="It is not known what is left." error={error} />}
    </Dialog>
  );
}

function Remaining({ progress: { done, remaining, highAvailability } }: { readonly progress: DeletionProgress }) {
  return (
    <ul className="grid gap-1" aria-live="polite">
      {done && highAvailability.length === 0 && (
        <li className="flex items-center gap-2">
          <StateMark shape="finished" /> All objects are removed.
        </li>
      )}
      {remaining.slice(0, SHOWN).map((object) => (
        <Left key={`${object.kind}/${object.name}`} {...object} shape="deleting" />
      ))}
      {remaining.length > SHOWN && <li className="text-12 text-ink-3">and {remaining.length - SHOWN} more</li>}
      {highAvailability.slice(0, SHOWN).map((object) => (
        <Left key={`${object.kind}/${object.name}`} {...object} shape="past" note="of high availability, stays" />
      ))}
    </ul>
  );
}

interface LeftProps {
  readonly kind: string;
  readonly name: string;
  readonly shape: StateShape;
  readonly note?: string;
}

function Left({ kind, name, shape, note }: LeftProps) {
  return (
    <li className="flex min-w-0 items-center gap-2">
      <StateMark shape={shape} />
      <span className="text-ink-3">{kind}</span>
      <span className="truncate">{name}</span>
      {note && <span className="text-12 whitespace-nowrap text-ink-3">{note}</span>}
    </li>
  );
}
