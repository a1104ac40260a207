"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteClusterOperation } from "#server/clusters/schema.ts";
import type { Job } from "#server/jobs/schema.ts";
import { callConsole } from "../../client/call-console.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { type SaveProgress, saveJobs } from "./save-jobs.ts";

export interface DeletionWish {
  /** Of the Deployment that was looked at: a successor of the same name is left alone. */
  readonly uid: string | undefined;
  /** Stopped with a savepoint first; empty to delete at once. */
  readonly save: readonly Job[];
  readonly directory: string;
  readonly removeHighAvailability: boolean;
}

/** Saves the jobs if asked to, then deletes. If a savepoint fails, nothing is deleted. */
export function useDeleteClusterSteps({ context, namespace, clusterId }: ClusterPlace) {
  const queryClient = useQueryClient();
  const [saving, setSaving] = useState<SaveProgress>();
  const deletion = useMutation({
    mutationFn: async ({ uid, save, directory, removeHighAvailability }: DeletionWish) => {
      await saveJobs(save, directory, setSaving).finally(() => setSaving(undefined));
      return callConsole(deleteClusterOperation, {
        context,
        namespace,
        clusterId,
        removeHighAvailability: removeHighAvailability ? "true" : "false",
        ...(uid !== undefined && { uid }),
      });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["clusters"] }),
  });
  return { deletion, saving };
}
