import type { Caller } from "../caller.ts";
import type { RequestOf } from "../operation.schema.ts";
import { clustersToAsk } from "./parts/clusters-to-ask.ts";
import { jobsOfCluster } from "./parts/jobs-of-cluster.ts";
import { patienceFor } from "./parts/patience.ts";
import type { JobList, listJobsOperation } from "./schema.ts";

const maxJobs = 5_000;
/** For the whole list, the first watch of the clusters among it. */
const patience = { firstMs: 1_500, againMs: 200 };

/**
 * Jobs of all clusters that the caller can see, running and ended.
 *
 * Answers what was seen last: a JobManager is asked at most once every few seconds however many look, and one that is
 * slow or down holds up nobody; each cluster says how old its part is. Source class: JobManager REST, through a memory.
 */
export async function listJobs(request: RequestOf<typeof listJobsOperation>, caller: Caller): Promise<JobList> {
  const left = patienceFor(patience);
  const { clusters, contexts } = await clustersToAsk(request, caller);
  const parts = await Promise.all(
    clusters.map(async ({ ready, ...cluster }) => {
      if (!ready) return { jobs: [], cluster: { ...cluster, state: "not-ready" as const }, cut: false };
      return await jobsOfCluster({ caller, cluster }, left);
    }),
  );
  const jobs = parts.flatMap((part) => part.jobs);
  return {
    jobs: jobs.slice(0, maxJobs),
    clusters: parts.map((part) => part.cluster),
    contexts,
    cut: jobs.length > maxJobs || parts.some((part) => part.cut),
  };
}
