"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  createClusterOperation,
  dryRunClusterOperation,
  getClusterConfigurationOperation,
  getDeletionProgressOperation,
  listClusterEventsOperation,
  listClustersOperation,
  listContextsOperation,
  listNamespacesOperation,
  previewClusterOperation,
} from "#server/clusters/schema.ts";
import { callConsole, type InputOf } from "../client/call-console.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";

const DELETION_MS = 1_000;
const placeOf = ({ context, namespace, clusterId }: ClusterPlace) => [context, namespace, clusterId] as const;

/** Every cluster that may be seen. The live channel says when it went stale. */
export const clustersQuery = queryOptions({
  queryKey: ["clusters"],
  queryFn: ({ signal }) => callConsole(listClustersOperation, {}, { signal }),
});

export const contextsQuery = queryOptions({
  queryKey: ["contexts"],
  queryFn: ({ signal }) => callConsole(listContextsOperation, {}, { signal }),
  refetchInterval: 15_000,
});

export const namespacesQuery = (context: string) =>
  queryOptions({
    queryKey: ["namespaces", context],
    queryFn: ({ signal }) => callConsole(listNamespacesOperation, { context }, { signal }),
    enabled: context !== "",
  });

export const clusterEventsQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: ["events", ...placeOf(cluster)],
    queryFn: ({ signal }) => callConsole(listClusterEventsOperation, cluster, { signal }),
  });

export const clusterConfigurationQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: ["config", ...placeOf(cluster)],
    queryFn: ({ signal }) => callConsole(getClusterConfigurationOperation, cluster, { signal }),
  });

/** Asked once a second until nothing is left. */
export const deletionQuery = (cluster: ClusterPlace, enabled: boolean) =>
  queryOptions({
    queryKey: ["deletion", ...placeOf(cluster)],
    queryFn: ({ signal }) => callConsole(getDeletionProgressOperation, cluster, { signal }),
    enabled,
    refetchInterval: ({ state }) => (state.data?.done ? false : DELETION_MS),
  });

export type SpecInput = InputOf<typeof previewClusterOperation>["spec"];

/** What a spec means. Keeps the last preview in sight while the next one is on its way. */
export const previewQuery = (spec: SpecInput) =>
  queryOptions({
    queryKey: ["cluster-preview", spec],
    queryFn: ({ signal }) => callConsole(previewClusterOperation, { spec }, { signal }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
  });

export const useDryRun = () =>
  useMutation({
    mutationFn: (input: InputOf<typeof dryRunClusterOperation>) => callConsole(dryRunClusterOperation, input),
  });

export function useCreateCluster() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof createClusterOperation>) => callConsole(createClusterOperation, input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["clusters"] }),
  });
}
