import type { JobException } from "../job.schema.ts";
import type { Freshness, Seen } from "./answer-cache.ts";
import { causesOf } from "./causes.ts";
import { seenExceptions, seenFailureCause, seenJob, type View } from "./seen.ts";

const maxConcurrent = 20;
const maxReason = 300;

/** What made a job fail, the newest first. The texts are the program's own and hostile. */
export async function jobFailures(
  view: View,
  jobId: string,
  freshness: Freshness,
): Promise<Seen<{ readonly exceptions: JobException[]; readonly cut: boolean }>> {
  const seen = await seenExceptions(view, jobId, freshness);
  if (seen.value === undefined) return { ...seen, value: undefined };
  const { entries, cut } = seen.value;
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
  const ending = exceptions.length === 0 ? await whatEndedIt(view, jobId, freshness) : undefined;
  return { ...seen, value: { exceptions: ending ? [ending] : exceptions, cut } };
}

/** Of a job that failed without a history: the adaptive scheduler gave up before anything ran. */
async function whatEndedIt(view: View, jobId: string, freshness: Freshness): Promise<JobException | undefined> {
  const { value: job } = await seenJob(view, jobId, freshness);
  if (job?.state !== "FAILED") return undefined;
  const { value: stack } = await seenFailureCause(view, jobId, freshness);
  if (stack === undefined) return undefined;
  return { at: job.timestamps["FAILED"] || (job.endTime ?? 0), causes: causesOf(stack), stack, concurrent: [] };
}

/** The newest root cause in one line, for lists; undefined where none is known. */
export async function failureReason(view: View, jobId: string, freshness: Freshness): Promise<string | undefined> {
  const { value } = await jobFailures(view, jobId, freshness);
  const root = value?.exceptions[0]?.causes[0];
  if (root === undefined) return undefined;
  const name = root.className.slice(root.className.lastIndexOf(".") + 1);
  const message = root.message.split("\n")[0]?.trim() ?? "";
  return [name, message].filter(Boolean).join(": ").slice(0, maxReason);
}
