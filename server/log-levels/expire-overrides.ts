import { setTimeout as sleep } from "node:timers/promises";
import type { Caller, ClusterAddress } from "../caller.ts";
import { ConsoleError, isFailure } from "../errors.ts";
import { failureDetail } from "../failure-detail.ts";
import { log } from "../log.ts";
import { type ConfigMap, nativeSelector } from "./parts/kubernetes-objects.ts";
import { endedLoggers, overridesAnnotation, overridesOf } from "./parts/level-overrides.ts";
import { revertWhere } from "./revert-log-levels.ts";

const everyMs = 1_000;
const afterFailureMs = 60_000;

/**
 * Ends overrides whose time is over, once a second until the signal aborts, in every context of the kubeconfig.
 *
 * The annotations on the ConfigMaps are all it knows, read from the memory of a watch: a restart forgets nothing, and
 * of two consoles the one whose write Kubernetes takes ends it. A cluster that can't be written to is tried again after
 * a minute.
 */
export async function expireOverrides(caller: Caller, signal: AbortSignal): Promise<void> {
  const failedAt = new Map<string, number>();
  while (!signal.aborted) {
    await Promise.all(caller.contexts.map((context) => expireInContext(context, caller, failedAt)));
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** One look at a context's ConfigMaps; exported for tests. */
export async function expireInContext(context: string, caller: Caller, failedAt: Map<string, number>): Promise<void> {
  for (const { metadata } of mapsOf(context, caller)) {
    const clusterId = metadata?.labels?.["app"];
    const namespace = metadata?.namespace;
    if (clusterId !== undefined && namespace !== undefined) {
      await expireInCluster({ context, namespace, clusterId }, caller, failedAt);
    }
  }
}

async function expireInCluster(cluster: ClusterAddress, caller: Caller, failedAt: Map<string, number>): Promise<void> {
  const key = `${cluster.context} ${cluster.namespace} ${cluster.clusterId}`;
  if ((failedAt.get(key) ?? 0) > Date.now() - afterFailureMs) return;
  try {
    await revertWhere(cluster, caller, (logger, { kept }) => endedLoggers(kept, new Date()).includes(logger));
    failedAt.delete(key);
  } catch (error) {
    // Deleted or written by another console between the watch and now.
    if (isFailure(error, "not-found") || isFailure(error, "changed-meanwhile")) return;
    failedAt.set(key, Date.now());
    const why = error instanceof ConsoleError ? failureDetail(error.failure) : undefined;
    log.warn({ err: error, ...cluster, why }, "an override of a log level could not be ended");
  }
}

/** ConfigMaps with an override whose time is over. A context that went away has none. */
function mapsOf(context: string, caller: Caller): ConfigMap[] {
  try {
    const { items } = caller.kubernetes(context).watched("ConfigMap", nativeSelector);
    const now = new Date();
    return items.filter(
      ({ metadata }) =>
        metadata?.annotations?.[overridesAnnotation] !== undefined &&
        endedLoggers(overridesOf(metadata.annotations), now).length > 0,
    );
  } catch (error) {
    if (isFailure(error, "not-found")) return [];
    throw error;
  }
}
