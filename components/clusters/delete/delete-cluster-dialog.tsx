"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { DeletionProgress } from "#server/clusters/cluster-view.schema.ts";
import type { Job } from "#server/jobs/schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { Button } from "../../ui/button.tsx";
import { DestructiveDialog } from "../../ui/destructive-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { bytesText, clockText } from "../../ui/quantities.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { clusterJobsQuery } from "../cluster/cluster-jobs-queries.ts";
import { jobStateOf } from "../cluster/job-state.ts";
import { clusterQuery, deletionQuery, useDeleteCluster } from "../cluster-queries.ts";

interface DeleteClusterDialogProps {
  readonly cluster: ClusterPlace;
  readonly onClose: () => void;
  /** Called when nothing of it is left and the dialog was closed. */
  readonly onGone?: () => void;
}

/** Names what a deletion takes, asks for the name, then shows what is still there until all is gone. */
export function DeleteClusterDialog({ cluster, onClose, onGone }: DeleteClusterDialogProps) {
  const { data } = useQuery(clusterQuery(cluster));
  const jobs = useQuery(clusterJobsQuery(cluster)).data?.jobs ?? [];
  const remove = useDeleteCluster();
  const [removeHighAvailability, setRemoveHighAvailability] = useState(false);
  if (remove.isSuccess) return <DeletionDialog cluster={cluster} onClose={onClose} onGone={onGone} />;

  const uid = data?.summary.uid;
  const highAvailability = data?.configMaps.filter((map) => map.highAvailability).length ?? 0;
  const confirm = () =>
    remove.mutate({
      context: cluster.context,
      namespace: cluster.namespace,
      clusterId: cluster.clusterId,
      removeHighAvailability: removeHighAvailability ? "true" : "false",
      ...(uid !== undefined && { uid }),
    });
  return (
    <DestructiveDialog
      open
      onClose={onClose}
      title={`Delete cluster ${cluster.clusterId}?`}
      lead={`In namespace ${cluster.namespace} of ${cluster.context}. Kubernetes removes the Deployment and all that belongs to it. This cannot be undone.`}
      confirmName={cluster.clusterId}
      verb="Delete now"
      keep="Keep cluster"
      busy={remove.isPending ? "Deleting" : data === undefined && "Looking what is there"}
      onConfirm={confirm}
    >
      <dl className="rounded-3 border border-line text-13">
        <Jobs jobs={jobs.filter((job) => jobStateOf(job.state).alive)} />
        <Line label="Pods and their logs">
          {data
            ? `${data.pods.length} ${data.pods.length === 1 ? "pod goes" : "pods go"}; logs that Drey kept stay`
            : "…"}
        </Line>
        <Line label="Stays">
          Savepoints and retained checkpoints in their storage
          {highAvailability > 0 && !removeHighAvailability && `, ${highAvailability} ConfigMaps of high availability`}
        </Line>
      </dl>
      {highAvailability > 0 && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-[3px] size-3.5 accent-accent"
            checked={removeHighAvailability}
            onChange={(event) => setRemoveHighAvailability(event.target.checked)}
          />
          <span>
            Remove the ConfigMaps of high availability too
            <span className="block text-12 text-ink-3">A new cluster of this name will not recover these jobs.</span>
          </span>
        </label>
      )}
      {data?.summary.managedBy && (
        <Note
          family="wait"
          fact={`The operator manages this cluster as FlinkDeployment ${data.summary.managedBy.name}.`}
        >
          It will make the Deployment anew. Delete the FlinkDeployment instead.
        </Note>
      )}
      {remove.error && <ErrorState fact="Nothing was deleted." error={remove.error} />}
    </DestructiveDialog>
  );
}

function Line({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[138px_minmax(0,1fr)] gap-2 border-b border-line px-4 py-1.5 last:border-b-0">
      <dt className="text-ink-2">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

const NAMED = 5;

function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return <Line label="Jobs">none runs</Line>;
  const names = jobs.slice(0, NAMED).map((job) => job.name);
  const more = jobs.length > NAMED ? ` and ${jobs.length - NAMED} more` : "";
  return (
    <>
      <Line label={`${jobs.length} ${jobs.length === 1 ? "job" : "jobs"}`}>
        <b className="font-strong">{names.join(", ")}</b>
        {more} {jobs.length === 1 ? "stops" : "stop"}
      </Line>
      <Line label="State">{stateLost(jobs)}</Line>
    </>
  );
}

function stateLost(jobs: readonly Job[]): string {
  const ends = jobs.flatMap((job) => job.checkpoint?.completedAt ?? []);
  if (ends.length === 0) return "lost: there is no checkpoint";
  const bytes = jobs.reduce((sum, job) => sum + (job.checkpoint?.stateSize ?? 0), 0);
  return `what came after ${clockText(Math.min(...ends))} is lost; about ${bytesText(bytes)} of checkpoints stay only if retained`;
}

const STUCK_AFTER_MS = 45_000;

interface DeletionDialogProps extends Pick<DeleteClusterDialogProps, "cluster" | "onClose"> {
  readonly onGone: (() => void) | undefined;
}

/** What is still there, until nothing is. Closing it stops nothing. */
function DeletionDialog({ cluster, onClose, onGone }: DeletionDialogProps) {
  const [startedAt] = useState(() => Date.now());
  const { data, error, dataUpdatedAt } = useQuery(deletionQuery(cluster, true));
  const done = data?.done ?? false;
  const close = () => {
    onClose();
    if (done) onGone?.();
  };
  const stuck = !done && dataUpdatedAt - startedAt > STUCK_AFTER_MS;
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
      {stuck && (
        <Note family="wait" fact="It takes longer than usual.">
          A pod may wait for its node, or an object has a finalizer that nobody serves. Kubernetes goes on trying.
        </Note>
      )}
      {error && <ErrorState fact="It is not known what is left." error={error} />}
    </Dialog>
  );
}

const SHOWN = 12;

function Remaining({ progress }: { readonly progress: DeletionProgress }) {
  if (progress.done && progress.highAvailability.length === 0) {
    return (
      <p className="flex items-center gap-2">
        <StateMark shape="finished" /> All objects are removed.
      </p>
    );
  }
  return (
    <ul className="grid gap-1">
      {progress.remaining.slice(0, SHOWN).map(({ kind, name }) => (
        <li key={`${kind}/${name}`} className="flex min-w-0 items-center gap-2">
          <StateMark shape="deleting" />
          <span className="text-ink-3">{kind}</span> <span className="truncate">{name}</span>
        </li>
      ))}
      {progress.highAvailability.slice(0, SHOWN).map(({ kind, name }) => (
        <li key={`${kind}/${name}`} className="flex min-w-0 items-center gap-2">
          <StateMark shape="past" />
          <span className="text-ink-3">{kind}</span> <span className="truncate">{name}</span>
          <span className="text-12 text-ink-3">of high availability, stays</span>
        </li>
      ))}
    </ul>
  );
}
