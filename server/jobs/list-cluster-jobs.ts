import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { jobsOfCluster } from "./parts/jobs-of-cluster.ts";
import { patienceFor } from "./parts/patience.ts";
import type { listClusterJobsOperation } from "./schema.ts";

/** Jobs of one cluster. Like `listJobs`, but waits longer for a JobManager that has not been seen yet. */
export async function listClusterJobs(
  { context, namespace, clusterId }: RequestOf<typeof listClusterJobsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listClusterJobsOperation>> {
  const cluster = { context, namespace, clusterId };
  return await jobsOfCluster({ caller, cluster }, patienceFor({ firstMs: 5_000, againMs: 300 }));
}
