"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ClusterSummary } from "#server/clusters/cluster-view.schema.ts";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { clustersQuery } from "./savepoint-queries.ts";

const up = new Set(["running", "degraded"]);

/** Clusters that a savepoint can be used on: those of its context that answer, its own first, then its neighbours. */
export function usableClusters(
  clusters: readonly ClusterSummary[],
  savepoint: Pick<Savepoint, "context" | "namespace" | "clusterId">,
): ClusterSummary[] {
  const distance = (one: ClusterSummary) => {
    if (one.namespace !== savepoint.namespace) return 2;
    return one.clusterId === savepoint.clusterId ? 0 : 1;
  };
  return clusters
    .filter((one) => one.context === savepoint.context && up.has(one.observed.state))
    .toSorted((a, b) => distance(a) - distance(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ namespace, clusterId }: ClusterSummary): string => `${namespace}/${clusterId}`;

/** A choice among the clusters that a savepoint can be used on; the nearest is chosen first. */
export function useClusterChoice(savepoint: Savepoint, suits: (cluster: ClusterSummary) => boolean) {
  const { data, error, isPending } = useQuery(clustersQuery);
  const [name, choose] = useState<string | null>(null);
  const clusters = usableClusters(data?.clusters ?? [], savepoint).filter(suits);
  const chosen = clusters.find((one) => nameOf(one) === name) ?? clusters[0];
  return {
    chosen,
    error,
    isPending,
    value: chosen ? nameOf(chosen) : null,
    choose,
    options: clusters.map((one) => ({ value: nameOf(one), label: one.clusterId, note: one.namespace })),
  };
}
