import { setTimeout as sleep } from "node:timers/promises";
import type { Caller, ClusterAddress } from "../caller.ts";
import { ConsoleError, isFailure } from "../errors.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { DeletionProgress } from "./cluster-view.schema.ts";
import { operatorOf } from "./operator-of.ts";
import { type Deployment, nativeSelector } from "./parts/cluster-objects.ts";
import { remainingOf } from "./parts/remaining.ts";
import type { deleteClusterOperation } from "./schema.ts";

type Request = RequestOf<typeof deleteClusterOperation>;

const pollMs = 1_000;
const goneWithinMs = 5 * 60_000;

/**
 * Deletes a cluster as Flink's client does: the Deployment, in the background; all that it owns follows. Answers what is
 * still there as soon as Kubernetes has taken it; the audit entry is completed when nothing is.
 *
 * ConfigMaps of high availability have no owner and stay, unless they are to go too: then after the last JobManager, which
 * would write them anew.
 *
 * Throws `request-invalid` without the uid of a Deployment that is there, `changed-meanwhile` for another uid, `not-found`
 * for what is no native cluster, `not-possible-now` for one that the Flink operator manages.
 */
export async function deleteCluster(request: Request, caller: Caller): Promise<DeletionProgress> {
  const { context, namespace, clusterId, uid } = request;
  const address = { context, namespace, clusterId };
  const alsoHighAvailability = request.removeHighAvailability === "true";
  const deployment = await readDeployment(address, caller);
  if (deployment !== undefined) checkDeletable(deployment, request);
  const before = await remainingOf(address, caller);
  if (before.done && before.highAvailability.length === 0) {
    throw new ConsoleError({ kind: "not-found", resource: `Cluster ${namespace}/${clusterId}` });
  }
  const taken = Promise.withResolvers<void>();
  const recorded = caller.audit.record({ action: "cluster.delete", ...address, before: listOf(before) }, async () => {
    if (deployment !== undefined && uid !== undefined) await deleteDeployment(address, uid, caller);
    taken.resolve();
    await untilGone(address, caller);
    if (alsoHighAvailability) await removeHighAvailability(address, caller);
  });
  // What fails once Kubernetes has taken it stands in the audit entry, and the progress tells what is left.
  recorded.catch(() => undefined);
  await Promise.race([taken.promise, recorded]);
  const { done, remaining, highAvailability, cut } = await remainingOf(address, caller);
  return { done, remaining, highAvailability, cut };
}

async function readDeployment({ context, namespace, clusterId }: ClusterAddress, caller: Caller) {
  try {
    return await caller.kubernetes(context).read("Deployment", namespace, clusterId);
  } catch (error) {
    if (isFailure(error, "not-found")) return undefined;
    throw error;
  }
}

/** Somebody else's Deployment of that name is none of ours, and a managed one would come back. */
function checkDeletable(deployment: Deployment, { namespace, clusterId, uid }: Request): void {
  const [label = "", value] = nativeSelector.split("=");
  if (deployment.metadata?.labels?.[label] !== value) {
    throw new ConsoleError({ kind: "not-found", resource: `Flink cluster ${namespace}/${clusterId}` });
  }
  const managedBy = operatorOf(deployment, clusterId);
  if (managedBy !== undefined) {
    const detail = `The Flink operator manages this cluster and would make it anew. Delete FlinkDeployment ${managedBy.name} instead.`;
    throw new ConsoleError({ kind: "not-possible-now", detail });
  }
  if (uid === undefined) {
    const detail = "Send the uid of the Deployment that was looked at, so that no successor is deleted.";
    throw new ConsoleError({ kind: "request-invalid", issues: [{ field: "uid", code: "uid-missing", detail }] });
  }
}

async function deleteDeployment({ context, namespace, clusterId }: ClusterAddress, uid: string, caller: Caller) {
  try {
    await caller.kubernetes(context).delete("Deployment", namespace, clusterId, { uid, propagation: "Background" });
  } catch (error) {
    // Somebody was quicker: it is going all the same.
    if (!isFailure(error, "not-found")) throw error;
  }
}

async function untilGone(address: ClusterAddress, caller: Caller): Promise<void> {
  const until = Date.now() + goneWithinMs;
  while (Date.now() < until) {
    const left = await remainingOf(address, caller).catch(() => undefined);
    if (left?.done) return;
    await sleep(pollMs, undefined, { ref: false });
  }
  const detail = `Still there after ${goneWithinMs / 60_000} min: see the deletion's progress.`;
  throw new ConsoleError({ kind: "not-possible-now", detail });
}

async function removeHighAvailability(address: ClusterAddress, caller: Caller): Promise<void> {
  const { highAvailabilityMaps } = await remainingOf(address, caller);
  const door = caller.kubernetes(address.context);
  await Promise.all(
    highAvailabilityMaps.map(async ({ metadata }) => {
      if (metadata?.name === undefined || metadata.uid === undefined) return;
      await door
        .delete("ConfigMap", address.namespace, metadata.name, { uid: metadata.uid })
        .catch((error: unknown) => {
          if (!isFailure(error, "not-found")) throw error;
        });
    }),
  );
}

const listOf = ({ remaining, highAvailability }: DeletionProgress): string =>
  [...remaining, ...highAvailability].map(({ kind, name }) => `${kind} ${name}`).join("\n");
