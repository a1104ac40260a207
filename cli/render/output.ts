import { stringify } from "yaml";
import { withOwner } from "../../server/flink/resources/owner.ts";
import type { RenderedCluster } from "../../server/flink/resources/rendering.ts";

/** Stands in for the uid that the Deployment gets when it is created. */
const placeholderUid = "UID";

/** The objects in the order of creation, each but the first owned by the Deployment, as Flink's client sends them. */
export function jsonOutput({ clusterId, deployment, accompanying, warnings }: RenderedCluster): string {
  const owned = accompanying.map((object) => withOwner(object, clusterId, placeholderUid));
  return `${JSON.stringify({ clusterId, objects: [deployment, ...owned], warnings })}\n`;
}

/**
 * The same for `kubectl apply`: with the namespace, and without owner references, since an owner that does not exist
 * would have its objects collected at once.
 */
export function yamlOutput({ namespace, deployment, accompanying }: RenderedCluster): string {
  return [deployment, ...accompanying]
    .map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }))
    .map((object) => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }))
    .join("---\n");
}
