"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { keepLogsOperation, listLogPodsOperation } from "#server/logs/schema.ts";
import { callConsole } from "../client/call-console.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";

/** The topic is that of pods, so that the live channel says when it is stale. */
const podsKey = ({ context, namespace, clusterId }: ClusterPlace) => ["pods", context, namespace, clusterId, "logs"];

/** The pods whose logs can be read, and what keeping them costs. */
export const logPodsQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: podsKey(cluster),
    queryFn: ({ signal }) => callConsole(listLogPodsOperation, { ...cluster }, { signal }),
    refetchInterval: 30_000,
  });

export function useKeepLogs(cluster: ClusterPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => callConsole(keepLogsOperation, { ...cluster, on }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: podsKey(cluster) }),
  });
}
