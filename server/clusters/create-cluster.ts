import type { Caller } from "../caller.ts";
import { ConsoleError, type Failure, type Issue, isFailure } from "../errors.ts";
import type { ClusterSpec } from "../flink/cluster-spec.ts";
import type { RenderedCluster } from "../flink/resources/rendering.ts";
import { log } from "../log.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { named, render } from "./parts/render.ts";
import { withoutSecrets } from "./parts/without-secrets.ts";
import type { createClusterOperation } from "./schema.ts";

type Answer = AnswerOf<typeof createClusterOperation>;

/**
 * Creates a cluster with the very objects that Flink's client would create: all of them or none.
 *
 * The audit entry is written before the first Kubernetes call: a cluster that nobody is recorded to have made is worse
 * than an entry for one that was not made. The same request again is `already-exists` and harms nothing.
 *
 * Throws `request-invalid` with the options' keys as fields, `already-exists`, `not-permitted`, `kubernetes-rejected`
 * with the objects' fields, `kubernetes-unreachable`. Flink: KubernetesClusterDescriptor.deployClusterInternal.
 */
export async function createCluster(
  { context, spec }: RequestOf<typeof createClusterOperation>,
  caller: Caller,
): Promise<Answer> {
  const rendering = render(spec);
  if (rendering.kind === "refused") throw new ConsoleError({ kind: "request-invalid", issues: rendering.issues });
  const { clusterId, namespace, deployment, accompanying, warnings } = rendering;
  const door = caller.kubernetes(context);
  const complete = withoutSecrets(named(spec, rendering));
  const entry = { action: "cluster.create", context, namespace, clusterId, after: lines(complete) };
  const created = await caller.audit.record(entry, () =>
    door.createOwned(namespace, deployment, accompanying).catch((error: unknown) => {
      throw atItsField(error, context, rendering);
    }),
  );
  const uid = created.deployment.metadata?.uid ?? "";
  const unkept = await keepSpec({ context, namespace, clusterId, deploymentUid: uid, spec: complete }, caller);
  return { context, namespace, clusterId, uid, warnings: [...warnings, ...unkept] };
}

/** A namespace that is not there is something to correct in the form, not a cluster that was not found. */
function atItsField(error: unknown, context: string, { namespace }: RenderedCluster): unknown {
  if (!isFailure(error, "not-found")) return error;
  const detail = `Namespace ${namespace} does not exist in ${context}.`;
  const issues = [{ field: "kubernetes.namespace", code: "namespace-unknown", detail }];
  const failure: Failure = { kind: "request-invalid", issues };
  return new ConsoleError(failure, { cause: error });
}

/** The cluster is there by now: a store that fails costs only the spec's memory. */
async function keepSpec(spec: Parameters<Caller["specs"]["save"]>[0], caller: Caller): Promise<Issue[]> {
  try {
    await caller.specs.save(spec);
    return [];
  } catch (error) {
    log.error({ err: error, clusterId: spec.clusterId }, "a submitted spec could not be kept");
    return [{ code: "spec-not-kept", detail: "The cluster was created, but Drey could not keep what was submitted." }];
  }
}

/** What the audit log shows: one option a line. */
function lines({ mode, flinkVersion, configuration }: ClusterSpec): string {
  const options = Object.entries(configuration)
    .sort()
    .map(([key, value]) => `${key}: ${value}`);
  return [`${mode} on Flink ${flinkVersion}`, ...options].join("\n");
}
