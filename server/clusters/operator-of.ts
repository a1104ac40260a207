import type { Kinds } from "../kubernetes/kubernetes-door.ts";

const operatorGroup = "flink.apache.org";

/** The object of the Flink operator that makes a cluster's Deployment and would make it anew. */
export interface OperatorOwner {
  readonly kind: "FlinkDeployment";
  readonly name: string;
}

/**
 * The FlinkDeployment behind a Deployment, or undefined where the Flink operator has no part in it. The operator deploys
 * through Flink's own client and marks the Deployment by an owner, and by an annotation where it set no owner; then the
 * FlinkDeployment has the cluster's own name.
 */
export function operatorOf(deployment: Kinds["Deployment"] | undefined, clusterId: string): OperatorOwner | undefined {
  const { ownerReferences = [], annotations = {} } = deployment?.metadata ?? {};
  const owner = ownerReferences.find(
    ({ kind, apiVersion }) => kind === "FlinkDeployment" && apiVersion.startsWith(`${operatorGroup}/`),
  );
  const annotated = Object.keys(annotations).some((key) => key.startsWith(`flinkdeployment.${operatorGroup}/`));
  if (owner === undefined && !annotated) return undefined;
  return { kind: "FlinkDeployment", name: owner?.name ?? clusterId };
}
