"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ClusterDetail, ClusterSummary } from "#server/clusters/cluster-view.schema.ts";
import type { Job } from "#server/jobs/schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { clusterQuery } from "../../client/cluster-query.ts";
import { DestructiveDialog } from "../../ui/destructive-dialog.tsx";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clusterJobsQuery } from "../cluster/cluster-jobs-queries.ts";
import { jobStateOf } from "../cluster/job-state.ts";
import { DeletionDialog } from "./deletion-dialog.tsx";
import { SaveChoice } from "./save-choice.tsx";
import { canBeSaved } from "./save-jobs.ts";
import { useDeleteClusterSteps } from "./use-delete-cluster-steps.ts";
import { WhatIsLost } from "./what-is-lost.tsx";

interface DeleteClusterDialogProps {
  readonly cluster: ClusterPlace;
  readonly onClose: () => void;
  /** Called when nothing of it is left and the dialog was closed. */
  readonly onGone?: () => void;
}

function useLivingJobs(cluster: ClusterPlace): readonly Job[] {
  const { data } = useQuery(clusterJobsQuery(cluster));
  return (data?.jobs ?? []).filter((job) => jobStateOf(job.state).alive);
}

const highAvailabilityMaps = (detail: ClusterDetail | undefined) =>
  detail?.configMaps.filter((map) => map.highAvailability).length ?? 0;

/** Names what a deletion takes, asks for the name, then shows what is still there until all is gone. */
export function DeleteClusterDialog({ cluster, onClose, onGone }: DeleteClusterDialogProps) {
  const { data } = useQuery(clusterQuery(cluster));
  const jobs = useLivingJobs(cluster);
  const { deletion, saving } = useDeleteClusterSteps(cluster);
  const [wantsSave, setWantsSave] = useState(true);
  const [directory, setDirectory] = useState("");
  const [removeHighAvailability, setRemoveHighAvailability] = useState(false);
  if (deletion.isSuccess) return <DeletionDialog cluster={cluster} onClose={onClose} onGone={onGone} />;

  const { clusterId, namespace, context } = cluster;
  const savable = jobs.filter(canBeSaved);
  const save = wantsSave && savable.length > 0;
  const highAvailability = highAvailabilityMaps(data);
  const wish = {
    uid: data?.summary.uid,
    save: save ? savable : [],
    directory: directory.trim(),
    removeHighAvailability,
  };
  const working = saving ? `Saving ${saving.nth} of ${saving.of}` : deletion.isPending && "Deleting";
  return (
    <DestructiveDialog
      open
      onClose={onClose}
      title={`Delete cluster ${clusterId}?`}
      lead={`In namespace ${namespace} of ${context}. Kubernetes removes the Deployment and all that belongs to it. This cannot be undone.`}
      confirmName={clusterId}
      verb={save ? "Save and delete" : "Delete now"}
      keep="Keep cluster"
      busy={working || (data === undefined && "Looking what is there")}
      onConfirm={() => deletion.mutate(wish)}
    >
      <WhatIsLost jobs={jobs} detail={data} keepsHighAvailability={removeHighAvailability ? 0 : highAvailability} />
      {savable.length > 0 && (
        <SaveChoice
          jobs={savable.length}
          save={wantsSave}
          onSave={setWantsSave}
          directory={directory}
          onDirectory={setDirectory}
        />
      )}
      {highAvailability > 0 && (
        <HighAvailabilityChoice remove={removeHighAvailability} onRemove={setRemoveHighAvailability} />
      )}
      <OperatorNote managedBy={data?.summary.managedBy} />
      {deletion.error && <ErrorState fact="Nothing was deleted." error={deletion.error} />}
    </DestructiveDialog>
  );
}

interface HighAvailabilityChoiceProps {
  readonly remove: boolean;
  readonly onRemove: (remove: boolean) => void;
}

function HighAvailabilityChoice({ remove, onRemove }: HighAvailabilityChoiceProps) {
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        className="mt-[3px] size-3.5 accent-accent"
        checked={remove}
        onChange={(event) => onRemove(event.target.checked)}
      />
      <span>
        Remove the ConfigMaps of high availability too
        <span className="block text-12 text-ink-3">A new cluster of this name will not recover these jobs.</span>
      </span>
    </label>
  );
}

function OperatorNote({ managedBy }: Pick<ClusterSummary, "managedBy">) {
  if (managedBy === undefined) return null;
  return (
    <Note family="wait" fact={`The operator manages this cluster as FlinkDeployment ${managedBy.name}.`}>
      It will make the Deployment anew. Delete the FlinkDeployment instead.
    </Note>
  );
}
