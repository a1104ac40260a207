import type { Caller } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import type { RenderedCluster, RenderIssue } from "../../flink/resources/rendering.ts";
import { isHighAvailabilityMap, nativeSelector } from "./cluster-objects.ts";
import { serviceAccountOf } from "./observe-cluster.ts";

type PodOwner = Parameters<typeof serviceAccountOf>[0];

/**
 * What Kubernetes takes without a word and Flink then stumbles over: a service account that is missing or may not make
 * pods, and data of a former cluster of the same name. Warnings, for none of it is certain to be wrong.
 */
export async function preflight(context: string, rendered: RenderedCluster, caller: Caller): Promise<RenderIssue[]> {
  const account = serviceAccountOf(podOwner(rendered));
  const [missing, forbidden] = await Promise.all([
    missingAccount(context, rendered.namespace, account, caller),
    forbiddenAccount(context, rendered.namespace, account, caller),
  ]);
  return [missing ?? forbidden, formerJobs(context, rendered, caller)].filter((issue) => issue !== undefined);
}

const field = "kubernetes.jobmanager.service-account";

const podOwner = ({ deployment }: RenderedCluster): PodOwner => JSON.parse(JSON.stringify(deployment));

async function missingAccount(context: string, namespace: string, name: string, caller: Caller) {
  try {
    await caller.kubernetes(context).read("ServiceAccount", namespace, name);
    return undefined;
  } catch (error) {
    if (!isFailure(error, "not-found")) return undefined;
    const detail = `Service account ${name} does not exist in ${namespace}: no pod can start until it does.`;
    return { field, code: "service-account-missing", detail };
  }
}

async function forbiddenAccount(context: string, namespace: string, name: string, caller: Caller) {
  const question = { verb: "create", resource: "pods", namespace };
  const allowed = await caller
    .kubernetes(context)
    .mayServiceAccount(namespace, name, question)
    .catch(() => undefined);
  if (allowed !== false) return undefined;
  const detail = `Service account ${name} may not create pods in ${namespace}: Flink could not start a TaskManager.`;
  return { field, code: "service-account-may-not", detail };
}

function formerJobs(context: string, { namespace, clusterId }: RenderedCluster, caller: Caller) {
  const { items } = caller.kubernetes(context).watched("ConfigMap", nativeSelector);
  const kept = items.filter(
    (map) =>
      map.metadata?.namespace === namespace && map.metadata.labels?.["app"] === clusterId && isHighAvailabilityMap(map),
  );
  if (kept.length === 0) return undefined;
  const detail = `A former cluster of this name has left ${kept.length} ConfigMap(s) of high availability: with high availability on, its jobs come back.`;
  return { field: "kubernetes.cluster-id", code: "recovers-former-jobs", detail };
}
