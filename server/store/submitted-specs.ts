/** A cluster's spec as it was submitted: what Kubernetes does not keep, so that it can be shown and used again. */
export interface SubmittedSpec {
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
  readonly deploymentUid: string;
  readonly submittedAt: Date;
  readonly who: string;
  /** The ClusterSpec as JSON. The store does not know Flink; who reads it parses it. */
  readonly spec: unknown;
}

export interface SubmittedSpecs {
  save(spec: Omit<SubmittedSpec, "submittedAt" | "who">): Promise<void>;
  /** The newest for that Deployment, or undefined. */
  find(
    context: string,
    namespace: string,
    clusterId: string,
    deploymentUid: string,
  ): Promise<SubmittedSpec | undefined>;
}
