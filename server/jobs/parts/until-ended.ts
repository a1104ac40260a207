import { setTimeout as sleep } from "node:timers/promises";
import { ConsoleError, isFailure } from "../../errors.ts";
import { hasEnded } from "../job-state.ts";
import type { View } from "./seen.ts";

/** How a job ended: Flink's word, or `GONE` when its whole cluster is, as an application's is after its job. */
export type Ending = string;

const firstPauseMs = 250;
const longestPauseMs = 5_000;
const patienceMs = 15 * 60_000;

/**
 * Watches a job until Flink says that it has ended. Never says so before.
 * Throws `timed-out` after 15 minutes, `not-found` when the JobManager forgot the job.
 */
export async function untilEnded({ caller, cluster }: View, jobId: string): Promise<Ending> {
  const until = Date.now() + patienceMs;
  for (let pauseMs = firstPauseMs; Date.now() < until; pauseMs = Math.min(longestPauseMs, pauseMs * 1.5)) {
    // Not referenced: a console that is asked to end does not wait for a job.
    await sleep(pauseMs, undefined, { ref: false });
    const state = await stateOf({ caller, cluster }, jobId);
    if (state === "GONE" || hasEnded(state)) return state;
  }
  throw new ConsoleError({ kind: "timed-out", what: `job ${jobId}`, afterMs: patienceMs });
}

async function stateOf({ caller, cluster }: View, jobId: string): Promise<string> {
  try {
    return (await caller.flink(cluster).job(jobId)).state;
  } catch (error) {
    if (await clusterIsGone({ caller, cluster })) return "GONE";
    if (isFailure(error, "not-found")) throw error;
    // A JobManager that restarts may come back with the job: not knowing is no ending.
    return "UNKNOWN";
  }
}

async function clusterIsGone({ caller, cluster }: View): Promise<boolean> {
  try {
    await caller.kubernetes(cluster.context).read("Deployment", cluster.namespace, cluster.clusterId);
    return false;
  } catch (error) {
    return isFailure(error, "not-found");
  }
}
