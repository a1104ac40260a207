import type { Caller } from "../../caller.ts";
import type { ContextView } from "../cluster-view.schema.ts";
import { type ClusterObjects, groupByCluster, nativeSelector } from "./cluster-objects.ts";

export interface SeenContext {
  readonly view: ContextView;
  readonly clusters: readonly ClusterObjects[];
}

interface Freshness {
  readonly ready: boolean;
  readonly staleSince?: Date;
  readonly refused?: boolean;
  readonly namespaces?: readonly string[];
}

/**
 * All native clusters of a context, from the watches' memory. Waits a little where they are only starting, so that the
 * first look after a start is no empty page; a context that is down never holds up another.
 */
export async function seeContext(context: string, caller: Caller, atMostMs: number): Promise<SeenContext> {
  const door = caller.kubernetes(context);
  const [deployments, pods, services, configMaps] = await Promise.all([
    door.watchedSoon("Deployment", nativeSelector, atMostMs),
    door.watchedSoon("Pod", nativeSelector, atMostMs),
    door.watchedSoon("Service", nativeSelector, atMostMs),
    door.watchedSoon("ConfigMap", nativeSelector, atMostMs),
  ]);
  const clusters = groupByCluster({
    deployments: deployments.items,
    pods: pods.items,
    services: services.items,
    configMaps: configMaps.items,
  });
  return { view: viewOf(context, deployments), clusters };
}

/** Deployments stand for the context: without them there is no cluster to show. */
export function viewOf(context: string, seen: Freshness): ContextView {
  const namespaces = seen.namespaces === undefined ? {} : { namespaces: [...seen.namespaces] };
  if (seen.refused) return { context, state: "refused" };
  if (seen.staleSince) return { context, state: "unreachable", staleSince: seen.staleSince.getTime(), ...namespaces };
  return { context, state: seen.ready ? "live" : "waiting", ...namespaces };
}
