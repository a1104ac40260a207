/** How a job was submitted here: what Flink does not tell of a running job, so that it can be started again. */
export interface JobSubmission {
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
  readonly jobId: string;
  readonly submittedAt: Date;
  readonly who: string;
  /** The jar, class, arguments and so on as JSON. The store does not know Flink; who reads it parses it. */
  readonly request: unknown;
}

export interface JobSubmissions {
  /** Again for the same job: the first one stays. */
  save(submission: Omit<JobSubmission, "submittedAt" | "who">): Promise<void>;
  /** Those of a cluster, the newest first, at most 1,000. */
  list(context: string, namespace: string, clusterId: string): Promise<JobSubmission[]>;
}
