"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { clusterHref } from "../client/cluster-href.ts";
import { clustersQuery } from "../clusters/cluster-queries.ts";
import type { Target } from "./target.ts";

/** What the palette finds beside the fixed places: clusters and their logs. */
export function useTargets(): readonly Target[] {
  const clusters = useQuery(clustersQuery).data?.clusters;
  return useMemo(
    () =>
      (clusters ?? []).flatMap((cluster) => {
        const href = clusterHref(cluster);
        const note = `${cluster.namespace}, ${cluster.context}`;
        return [
          { id: href, label: cluster.clusterId, icon: "clusters" as const, note, href },
          { id: `${href}/logs`, label: `${cluster.clusterId} logs`, icon: "logs" as const, note, href: `${href}/logs` },
        ];
      }),
    [clusters],
  );
}
