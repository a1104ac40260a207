import type { Caller, ClusterAddress } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import type { DeletionProgress } from "../cluster-view.schema.ts";
import { type ConfigMap, isHighAvailabilityMap, nativeSelector, type Pod } from "./cluster-objects.ts";
import { readCluster } from "./find-cluster.ts";
import { whereAllowed } from "./where-allowed.ts";

export interface Remaining extends DeletionProgress {
  readonly pods: readonly Pod[];
  readonly highAvailabilityMaps: readonly ConfigMap[];
}

/**
 * What is there of a cluster right now, asked from the API server and not from memory: a deletion is over when the API
 * server says so.
 */
export async function remainingOf(address: ClusterAddress, caller: Caller): Promise<Remaining> {
  const [objects, services, replicaSets] = await Promise.all([
    readCluster(address, caller),
    servicesByName(address, caller),
    replicaSetsOf(address, caller),
  ]);
  const { deployment, pods, configMaps, cut } = objects;
  const highAvailabilityMaps = configMaps.filter(isHighAvailabilityMap);
  const labelled = objects.services.map(({ metadata }) => metadata?.name ?? "");
  const remaining = [
    ...named("Deployment", deployment === undefined ? [] : [deployment]),
    ...named("ReplicaSet", replicaSets),
    ...named("Pod", pods),
    ...[...new Set([...labelled, ...services])].map((name) => ({ kind: "Service", name })),
    ...named(
      "ConfigMap",
      configMaps.filter((map) => !isHighAvailabilityMap(map)),
    ),
  ];
  return {
    done: remaining.length === 0,
    remaining,
    highAvailability: named("ConfigMap", highAvailabilityMaps),
    cut,
    pods,
    highAvailabilityMaps,
  };
}

function named(kind: string, objects: readonly { metadata?: { name?: string } }[]) {
  return objects.map(({ metadata }) => ({ kind, name: metadata?.name ?? "" }));
}

/** From Flink 2.2 on labels of the user win on Services, even over Flink's own: so these two are known by name. */
async function servicesByName({ context, namespace, clusterId }: ClusterAddress, caller: Caller): Promise<string[]> {
  const door = caller.kubernetes(context);
  const found = await Promise.all(
    [clusterId, `${clusterId}-rest`].map(async (name) => {
      try {
        const { metadata } = await door.read("Service", namespace, name);
        const owned = (metadata?.ownerReferences ?? []).some(
          (owner) => owner.kind === "Deployment" && owner.name === clusterId,
        );
        return owned ? [name] : [];
      } catch (error) {
        if (isFailure(error, "not-found") || isFailure(error, "not-permitted")) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}

async function replicaSetsOf({ context, namespace, clusterId }: ClusterAddress, caller: Caller) {
  const labelSelector = `app=${clusterId},${nativeSelector}`;
  const sets = caller.kubernetes(context).list("ReplicaSet", namespace, { labelSelector });
  return (await whereAllowed(sets, undefined))?.items ?? [];
}
