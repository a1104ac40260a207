import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { JobException, listJobExceptionsOperation } from "./job.schema.ts";
import { lastSeen } from "./parts/answer-cache.ts";
import { causesOf } from "./parts/causes.ts";
import { seenExceptions } from "./parts/seen.ts";

const freshness = { maxAgeMs: 4_000, firstMs: 8_000, againMs: 400 };
const maxConcurrent = 20;

/**
 * What made a job fail, the newest first, at most 20, each with its chain of causes from the root.
 * The texts are the program's own and hostile. Source class: JobManager REST.
 */
export async function listJobExceptions(
  { context, namespace, clusterId, jobId }: RequestOf<typeof listJobExceptionsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listJobExceptionsOperation>> {
  const seen = await seenExceptions({ caller, cluster: { context, namespace, clusterId } }, jobId, freshness);
  const { entries, cut } = lastSeen(seen, `exceptions of job ${jobId}`, freshness.firstMs);
  const exceptions = entries.map(
    ({ at, task, taskManager, stack, concurrent }): JobException => ({
      at,
      task,
      taskManager,
      causes: causesOf(stack),
      stack,
      concurrent: concurrent.slice(0, maxConcurrent).flatMap((other) => {
        const [cause] = causesOf(other.stack);
        return cause ? [{ task: other.task, taskManager: other.taskManager, cause }] : [];
      }),
    }),
  );
  return { exceptions, cut };
}
