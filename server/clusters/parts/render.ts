import { randomBytes } from "node:crypto";
import type { ClusterSpec } from "../../flink/cluster-spec.ts";
import { generatedClusterId } from "../../flink/generated-cluster-id.ts";
import { renderCluster } from "../../flink/resources/render-cluster.ts";
import type { Rendering } from "../../flink/resources/rendering.ts";

/** Renders a spec; one without a cluster id gets a random one, as from Flink's client. */
export function render(spec: ClusterSpec): Rendering {
  return renderCluster(spec, { generatedClusterId: generatedClusterId(randomBytes(32)) });
}

/** The spec with the names that it was rendered with written out. */
export function named(
  spec: ClusterSpec,
  names: { readonly clusterId: string; readonly namespace: string },
): ClusterSpec {
  return {
    ...spec,
    configuration: {
      ...spec.configuration,
      "kubernetes.cluster-id": names.clusterId,
      "kubernetes.namespace": names.namespace,
    },
  };
}
