import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { seenTaskManager, seenTaskManagers } from "./parts/seen.ts";
import type { listTaskManagersOperation } from "./schema.ts";

/** Only so many are looked at one by one; the others show their numbers of slots. */
const maxLookedAt = 50;
const maxListed = 1_000;

/**
 * TaskManagers that have registered at the JobManager, with the jobs in their slots and their heap in bytes.
 * Throws `flink-unreachable` and the like only when nothing has been seen before. Source class: JobManager REST.
 */
export async function listTaskManagers(
  { context, namespace, clusterId }: RequestOf<typeof listTaskManagersOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listTaskManagersOperation>> {
  const view = { caller, cluster: { context, namespace, clusterId } };
  const freshness = { maxAgeMs: 4_000, firstMs: 8_000, againMs: 300 };
  const seen = await seenTaskManagers(view, freshness);
  if (seen.value === undefined || seen.at === undefined) {
    throw new ConsoleError(
      seen.failure ?? { kind: "timed-out", what: `The JobManager of ${clusterId}`, afterMs: 8_000 },
    );
  }
  const taskManagers = await Promise.all(
    seen.value.slice(0, maxListed).map(async (one, index) => {
      if (index >= maxLookedAt) return one;
      const details = await seenTaskManager(view, one.id, { ...freshness, firstMs: 1_000 });
      return { ...one, ...details.value };
    }),
  );
  return { taskManagers, at: seen.at, cut: seen.value.length > maxListed };
}
