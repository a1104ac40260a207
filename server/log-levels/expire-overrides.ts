import type { Caller, ClusterAddress } from "../caller.ts";
import { ConsoleError, isFailure } from "../errors.ts";
import { failureDetail } from "../failure-detail.ts";
import { log } from "../log.ts";
import type { ConfigMap } from "./parts/kubernetes-objects.ts";
import { annotatedOverrides, endedLoggers } from "./parts/level-overrides.ts";
import { clusterOfMap, watchedMaps } from "./parts/watched-maps.ts";
import { revertWhere } from "./revert-log-levels.ts";

const afterFailureMs = 60_000;

/**
 * One look at a context's ConfigMaps: overrides whose time is over end. Known by the annotations, read from the memory of
 * a watch, and by the store where an annotation is gone: a restart forgets nothing, and of two consoles the one whose
 * write Kubernetes takes ends it. A cluster that can't be written to is tried again after a minute. `inStore` is what
 * `endedInStore` says, asked once for all contexts.
 */
export async function expireInContext(
  context: string,
  caller: Caller,
  failedAt: Map<string, number>,
  inStore: ReadonlySet<string>,
): Promise<void> {
  const now = new Date();
  for (const map of watchedMaps(context, caller)) {
    const cluster = clusterOfMap(context, map);
    if (cluster && isOver(map, inStore, now)) await expireInCluster(cluster, caller, failedAt);
  }
}

function isOver({ metadata }: ConfigMap, inStore: ReadonlySet<string>, now: Date): boolean {
  const annotated = annotatedOverrides(metadata?.annotations);
  return annotated === undefined ? inStore.has(metadata?.uid ?? "") : endedLoggers(annotated, now).length > 0;
}

/** Uids of ConfigMaps of which the store knows an override that is over; none when the store fails. */
export async function endedInStore(caller: Caller, now: Date): Promise<ReadonlySet<string>> {
  try {
    return new Set(await caller.logLevels.ended(now));
  } catch (error) {
    log.warn({ err: error }, "the store can't tell which overrides of log levels are over");
    return new Set();
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
