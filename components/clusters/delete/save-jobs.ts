import type { Job } from "#server/jobs/schema.ts";
import { readSavepointOperation, type Savepoint, stopJobOperation } from "#server/savepoints/schema.ts";
import { callConsole } from "../../client/call-console.ts";
import { ConsoleProblem } from "../../ui/console-problem.ts";

const POLL_MS = 1_000;
const goesOn = (savepoint: Savepoint) => savepoint.state === "asked" || savepoint.state === "in-progress";
const rest = () => new Promise((resolve) => setTimeout(resolve, POLL_MS));

/** Flink can stop with a savepoint only what runs. */
export const canBeSaved = (job: Job) => job.state === "RUNNING";

export interface SaveProgress {
  readonly job: Job;
  /** 1 for the first. */
  readonly nth: number;
  readonly of: number;
}

/**
 * Stops each job with a savepoint, one after another, and waits for it.
 *
 * Throws at the first that fails: its job runs on, those before it have stopped and are saved, those after it were not
 * touched.
 *
 * @param directory empty means what the cluster has configured
 */
export async function saveJobs(
  jobs: readonly Job[],
  directory: string,
  onProgress: (progress: SaveProgress) => void,
): Promise<void> {
  for (const [index, job] of jobs.entries()) {
    onProgress({ job, nth: index + 1, of: jobs.length });
    const { context, namespace, clusterId, jobId } = job;
    const wish = directory === "" ? {} : { directory };
    let savepoint = await callConsole(stopJobOperation, { context, namespace, clusterId, jobId, ...wish });
    while (goesOn(savepoint)) {
      await rest();
      savepoint = await callConsole(readSavepointOperation, { id: savepoint.id });
    }
    if (savepoint.state !== "completed") throw notSaved(job, savepoint);
  }
}

function notSaved(job: Job, { reason, state }: Savepoint): ConsoleProblem {
  const why = reason ?? (state === "unknown" ? "Nobody can tell any more how it ended." : "Flink gave no reason.");
  return new ConsoleProblem({
    type: "/problems/flink-rejected",
    title: "The savepoint did not finish",
    status: 502,
    detail: `The savepoint of ${job.name} did not finish. ${why}`,
  });
}
