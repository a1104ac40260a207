"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { listClustersOperation } from "#server/clusters/schema.ts";
import {
  disposeSavepointOperation,
  forgetSavepointOperation,
  listClusterSavepointsOperation,
  listSavepointsOperation,
  type Savepoint,
} from "#server/savepoints/schema.ts";
import { callConsole } from "../client/call-console.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";

interface Listed {
  readonly savepoints: readonly Savepoint[];
}

/** Those that are being taken are looked at every second, the others now and then. */
const refetchInterval = ({ state }: { readonly state: { readonly data?: Listed | undefined } }): number =>
  state.data?.savepoints.some((one) => one.state === "asked" || one.state === "in-progress") ? 1_000 : 15_000;

export const savepointsQuery = () =>
  queryOptions({
    queryKey: ["savepoints"],
    queryFn: ({ signal }) => callConsole(listSavepointsOperation, {}, { signal }),
    refetchInterval,
  });

export const clusterSavepointsQuery = (cluster: ClusterPlace) =>
  queryOptions({
    queryKey: ["savepoints", cluster.context, cluster.namespace, cluster.clusterId],
    queryFn: ({ signal }) => callConsole(listClusterSavepointsOperation, cluster, { signal }),
    refetchInterval,
  });

export const jobSavepointsQuery = (cluster: ClusterPlace, jobId: string) =>
  queryOptions({
    queryKey: ["savepoints", cluster.context, cluster.namespace, cluster.clusterId, jobId],
    queryFn: ({ signal }) => callConsole(listClusterSavepointsOperation, { ...cluster, jobId }, { signal }),
    refetchInterval,
  });

/** Every cluster that may be seen. The live channel says when it went stale. */
export const clustersQuery = queryOptions({
  queryKey: ["clusters"],
  queryFn: ({ signal }) => callConsole(listClustersOperation, {}, { signal }),
});

interface Disposal {
  readonly cluster: ClusterPlace;
  readonly path: string;
}

/** Deletes a savepoint's files through a cluster that reaches them. */
export function useDisposeSavepoint() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ cluster: { context, namespace, clusterId }, path }: Disposal) =>
      callConsole(disposeSavepointOperation, { context, namespace, clusterId, path }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["savepoints"] }),
  });
}

export function useForgetSavepoint() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callConsole(forgetSavepointOperation, { id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["savepoints"] }),
  });
}
