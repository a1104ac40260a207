import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { listJobExceptionsOperation } from "./job.schema.ts";
import { lastSeen } from "./parts/answer-cache.ts";
import { jobFailures } from "./parts/job-failures.ts";

const freshness = { maxAgeMs: 4_000, firstMs: 8_000, againMs: 400 };

/**
 * What made a job fail, the newest first, at most 20, each with its chain of causes from the root.
 * The texts are the program's own and hostile. Source class: JobManager REST.
 */
export async function listJobExceptions(
  { context, namespace, clusterId, jobId }: RequestOf<typeof listJobExceptionsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listJobExceptionsOperation>> {
  const seen = await jobFailures({ caller, cluster: { context, namespace, clusterId } }, jobId, freshness);
  return lastSeen(seen, `exceptions of job ${jobId}`, freshness.firstMs);
}
