import type { Caller, ClusterAddress } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import { type ConfigMap, configMapName, nativeSelector } from "./kubernetes-objects.ts";

/** ConfigMaps with logging files of a context's clusters, from the memory of a watch. None of a context that went away. */
export function watchedMaps(context: string, caller: Caller): ConfigMap[] {
  try {
    const { items } = caller.kubernetes(context).watched("ConfigMap", nativeSelector);
    return items.filter((map) => clusterOfMap(context, map) !== undefined);
  } catch (error) {
    if (isFailure(error, "not-found")) return [];
    throw error;
  }
}

/** The cluster whose logging file a ConfigMap holds; undefined for another ConfigMap, such as one of high availability. */
export function clusterOfMap(context: string, { metadata }: ConfigMap): ClusterAddress | undefined {
  const clusterId = metadata?.labels?.["app"];
  const namespace = metadata?.namespace;
  if (clusterId === undefined || namespace === undefined || metadata?.name !== configMapName(clusterId))
    return undefined;
  return { context, namespace, clusterId };
}
