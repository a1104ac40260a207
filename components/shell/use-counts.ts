"use client";
import { useQuery } from "@tanstack/react-query";
import { clustersQuery } from "../clusters/cluster-queries.ts";

/** How many there are behind each place of the navigation, by its address; absent while it is not known. */
export function useCounts(): Readonly<Record<string, number | undefined>> {
  const clusters = useQuery(clustersQuery).data?.clusters;
  const running = clusters?.reduce((sum, cluster) => sum + (cluster.jobs?.running ?? 0), 0);
  return { "/clusters": clusters?.length, "/jobs": running };
}
