"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  deleteStoredJarOperation,
  listClusterJarsOperation,
  listStoredJarsOperation,
  planJobOperation,
  submitJobOperation,
} from "#server/jobs/jars.schema.ts";
import { callConsole, type InputOf } from "../../client/call-console.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";

const storedKey = ["jars"] as const;

export const storedJarsQuery = () =>
  queryOptions({
    queryKey: storedKey,
    queryFn: ({ signal }) => callConsole(listStoredJarsOperation, {}, { signal }),
  });

export const clusterJarsQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: ["jars", cluster.context, cluster.namespace, cluster.clusterId],
    queryFn: ({ signal }) => callConsole(listClusterJarsOperation, cluster, { signal }),
  });

/** Call when an upload has ended, so that lists show the jar. */
export function useRefreshJars(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: storedKey });
}

export function useDeleteStoredJar() {
  const refresh = useRefreshJars();
  return useMutation({
    mutationFn: (sha256: string) => callConsole(deleteStoredJarOperation, { sha256 }),
    onSettled: refresh,
  });
}

export type Program = Omit<InputOf<typeof planJobOperation>, keyof ClusterPlace>;
export type Submission = Omit<InputOf<typeof submitJobOperation>, keyof ClusterPlace>;

export const usePlanJob = (cluster: ClusterPlace) =>
  useMutation({ mutationFn: (program: Program) => callConsole(planJobOperation, { ...cluster, ...program }) });

export function useSubmitJob(cluster: ClusterPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (submission: Submission) => callConsole(submitJobOperation, { ...cluster, ...submission }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
