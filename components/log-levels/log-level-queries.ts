"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { listAuditOperation } from "#server/audit/schema.ts";
import {
  addMonitorIntervalOperation,
  changeLogLevelsOperation,
  checkLoggingFileOperation,
  listLoggersOperation,
  listSeenLoggersOperation,
  readLoggingFileOperation,
  readProofOperation,
  replaceLoggingFileOperation,
  revertLogLevelsOperation,
} from "#server/log-levels/schema.ts";
import { callConsole, type InputOf } from "../client/call-console.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";

const unsettledMs = 1_000;
const settledMs = 15_000;

// «config» is the topic of the live channel that a change of the ConfigMap makes stale.
const keyOf = ({ context, namespace, clusterId }: ClusterPlace, what: string) =>
  ["config", context, namespace, clusterId, what] as const;

export const loggersQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: keyOf(cluster, "log-levels"),
    queryFn: ({ signal }) => callConsole(listLoggersOperation, cluster, { signal }),
  });

/** Asked once a second as long as something may still be seen. */
export const proofQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: keyOf(cluster, "log-level-proof"),
    queryFn: ({ signal }) => callConsole(readProofOperation, cluster, { signal }),
    refetchInterval: ({ state }) => (state.data?.settled === false ? unsettledMs : settledMs),
  });

/** Read when a logger is to be chosen: it reads the pods' logs. */
export const seenLoggersQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: ["seen-loggers", cluster.context, cluster.namespace, cluster.clusterId],
    queryFn: ({ signal }) => callConsole(listSeenLoggersOperation, cluster, { signal }),
    staleTime: 60_000,
  });

export const loggingFileQuery = (cluster: ClusterPlace) =>
  queryOptions({
    // Not under a live topic: the text that is being edited must not be read anew beneath the person.
    queryKey: ["logging-file", cluster.context, cluster.namespace, cluster.clusterId],
    queryFn: ({ signal }) => callConsole(readLoggingFileOperation, cluster, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What speaks against a text; keeps the last answer in sight while the next is on its way. */
export const fileCheckQuery = (cluster: ClusterPlace, text: string, enabled: boolean) =>
  queryOptions({
    queryKey: ["logging-file-check", cluster.context, cluster.namespace, cluster.clusterId, text],
    queryFn: ({ signal }) => callConsole(checkLoggingFileOperation, { ...cluster, text }, { signal }),
    placeholderData: (before) => before,
    enabled,
    gcTime: 30_000,
  });

const auditedActions = "log-";
const shownChanges = 8;

/** The last changes of levels and files of this cluster. */
export const changesQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: ["audit", cluster.context, cluster.namespace, cluster.clusterId, "log-levels"],
    queryFn: ({ signal }) =>
      callConsole(listAuditOperation, { ...cluster, text: auditedActions, limit: shownChanges }, { signal }),
  });

type ChangeInput = InputOf<typeof changeLogLevelsOperation>;

/** What a change would do to the file; nothing is written. */
export const changePreviewQuery = (input: ChangeInput, enabled: boolean) =>
  queryOptions({
    queryKey: ["log-level-preview", input],
    queryFn: ({ signal }) => callConsole(changeLogLevelsOperation, { ...input, dryRun: true }, { signal }),
    placeholderData: (before) => before,
    enabled,
    retry: false,
    gcTime: 30_000,
  });

function useAfterWriting() {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "config" || queryKey[0] === "audit" });
}

export function useChangeLevels() {
  const after = useAfterWriting();
  return useMutation({
    mutationFn: (input: ChangeInput) => callConsole(changeLogLevelsOperation, input),
    onSuccess: after,
  });
}

export function useRevertLevels() {
  const after = useAfterWriting();
  return useMutation({
    mutationFn: (input: InputOf<typeof revertLogLevelsOperation>) => callConsole(revertLogLevelsOperation, input),
    onSuccess: after,
  });
}

export function useReplaceFile() {
  const after = useAfterWriting();
  return useMutation({
    mutationFn: (input: InputOf<typeof replaceLoggingFileOperation>) => callConsole(replaceLoggingFileOperation, input),
    onSuccess: after,
  });
}

export function useAddMonitorInterval() {
  const after = useAfterWriting();
  return useMutation({
    mutationFn: (input: InputOf<typeof addMonitorIntervalOperation>) => callConsole(addMonitorIntervalOperation, input),
    onSuccess: after,
  });
}
