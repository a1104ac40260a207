"use client";
import { useMemo } from "react";
import { isJobManager, shortPodName } from "./pod-names.ts";

/** What the pods of a view are called in its columns. */
export function usePodNames(clusterId: string, pods: readonly string[]): (pod: string) => string {
  const several = pods.filter((pod) => isJobManager(pod, clusterId)).length > 1;
  return useMemo(() => (pod) => shortPodName(pod, clusterId, several), [clusterId, several]);
}
