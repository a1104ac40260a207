"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { readJobManagerOperation } from "#server/clusters/job-manager.schema.ts";
import { cancelJobOperation, listClusterJobsOperation, listTaskManagersOperation } from "#server/jobs/schema.ts";
import { callConsole } from "../../client/call-console.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";

const keyOf = ({ context, namespace, clusterId }: ClusterPlace) => ["jobs", context, namespace, clusterId] as const;
const REFRESH_MS = 5_000;

/** The jobs of one cluster, running and ended. */
export const clusterJobsQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: keyOf(cluster),
    queryFn: ({ signal }) => callConsole(listClusterJobsOperation, cluster, { signal }),
    refetchInterval: REFRESH_MS,
  });

/** The TaskManagers that have registered, with what lies in their slots. Nothing tells when a slot changes. */
export const taskManagersQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: [...keyOf(cluster), "task-managers"],
    queryFn: ({ signal }) => callConsole(listTaskManagersOperation, cluster, { signal }),
    refetchInterval: REFRESH_MS,
  });

/** The leading JobManager's heap. */
export const jobManagerQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: [...keyOf(cluster), "job-manager"],
    queryFn: ({ signal }) => callConsole(readJobManagerOperation, cluster, { signal }),
    refetchInterval: REFRESH_MS,
  });

/** Cancels a job without a savepoint. */
export function useCancelJob(cluster: ClusterPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => callConsole(cancelJobOperation, { ...cluster, jobId }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(cluster) }),
  });
}
