import type { Caller, ClusterAddress } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import type { ContextView } from "../cluster-view.schema.ts";
import { type ClusterObjects, nativeSelector } from "./cluster-objects.ts";
import { seeContext } from "./see-context.ts";
import { whereAllowed } from "./where-allowed.ts";

const firstListMs = 1_500;
const mostObjects = 500;

export interface FoundCluster {
  readonly objects: ClusterObjects;
  readonly view: ContextView;
  /** All clusters of the context, where they are known. */
  readonly siblings: readonly ClusterObjects[];
}

/**
 * One cluster from the watches' memory; asked for directly where the memory does not have it, because it was made just
 * now or lies in a namespace that is not watched. Throws `not-found` when nothing of it is there.
 */
export async function findCluster(address: ClusterAddress, caller: Caller): Promise<FoundCluster> {
  const { context, namespace, clusterId } = address;
  const { view, clusters } = await seeContext(context, caller, firstListMs);
  const isIt = (one: ClusterObjects) => one.namespace === namespace && one.clusterId === clusterId;
  const known = clusters.find(isIt);
  if (known !== undefined) return { objects: known, view, siblings: clusters };
  const objects = await readCluster(address, caller);
  if (isEmpty(objects)) throw new ConsoleError({ kind: "not-found", resource: `Cluster ${namespace}/${clusterId}` });
  return { objects, view, siblings: [...clusters, objects] };
}

/** What the API server has of a cluster right now. Kinds that may not be listed are left out; Deployments must be. */
export async function readCluster(address: ClusterAddress, caller: Caller): Promise<ClusterObjects & { cut: boolean }> {
  const { context, namespace, clusterId } = address;
  const door = caller.kubernetes(context);
  const options = { labelSelector: `app=${clusterId},${nativeSelector}`, limit: mostObjects };
  const nothing = { items: [], cut: false };
  const [deployments, pods, services, configMaps] = await Promise.all([
    door.list("Deployment", namespace, options),
    whereAllowed(door.list("Pod", namespace, options), nothing),
    whereAllowed(door.list("Service", namespace, options), nothing),
    whereAllowed(door.list("ConfigMap", namespace, options), nothing),
  ]);
  return {
    namespace,
    clusterId,
    deployment: deployments.items.find(({ metadata }) => metadata?.name === clusterId),
    pods: pods.items,
    services: services.items,
    configMaps: configMaps.items,
    cut: pods.cut || services.cut || configMaps.cut,
  };
}

const isEmpty = ({ deployment, pods, services, configMaps }: ClusterObjects) =>
  deployment === undefined && pods.length + services.length + configMaps.length === 0;
