import type { V1ConfigMap, V1Deployment, V1Secret, V1Service } from "@kubernetes/client-node";

/** Something to correct or to know: which option or field, and one sentence. Same shape as the console's Issue. */
export interface RenderIssue {
  /** The option's key, or a path into the spec such as `files.named./pod.yaml`. */
  readonly field?: string | undefined;
  readonly code: string;
  readonly detail: string;
}

export type OwnedObject =
  | (V1Service & { kind: "Service" })
  | (V1ConfigMap & { kind: "ConfigMap" })
  | (V1Secret & { kind: "Secret" });

/** The objects of one cluster, in the order of creation: the Deployment, then what it owns. */
export interface RenderedCluster {
  readonly kind: "rendered";
  readonly clusterId: string;
  readonly namespace: string;
  readonly deployment: V1Deployment;
  /** Without owner references: the Deployment's uid exists only after it was created. */
  readonly accompanying: readonly OwnedObject[];
  readonly warnings: readonly RenderIssue[];
}

export interface RefusedCluster {
  readonly kind: "refused";
  readonly issues: readonly [RenderIssue, ...RenderIssue[]];
}

export type Rendering = RenderedCluster | RefusedCluster;
