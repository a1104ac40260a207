import type { OwnedObject } from "./rendering.ts";

/**
 * An object that Kubernetes collects when the cluster's Deployment is deleted. Any other owner is replaced.
 *
 * Flink: Fabric8FlinkKubeClient.setOwnerReference.
 * @param uid of the Deployment, known once it was created
 */
export function withOwner(object: OwnedObject, clusterId: string, uid: string): OwnedObject {
  const owner = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    name: clusterId,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
  return { ...object, metadata: { ...object.metadata, ownerReferences: [owner] } };
}
