import { describe, expect, it } from "vitest";
import type { Caller } from "../../caller.ts";
import { jobsOfCluster } from "./jobs-of-cluster.ts";
import { patienceFor } from "./patience.ts";

const overview = {
  id: "0bbab61c0788dc8c959cdd111fc79daf",
  name: "counting",
  state: "RUNNING",
  startTime: 1,
  endTime: undefined,
  tasksTotal: 2,
  tasksRunning: 2,
};
const forEver = () => new Promise<never>(() => undefined);

/** A cluster whose JobManager tells its jobs, and takes for ever with everything else. */
function slowCluster(clusterId: string, jobs: () => Promise<unknown>) {
  const door = { jobs, job: forEver, checkpoints: forEver, jobMetrics: forEver };
  const caller = { identity: { kind: "kubeconfig", name: "tester" }, flink: () => door };
  // A double of the few members that are used.
  return { caller: caller as unknown as Caller, cluster: { context: "c", namespace: "n", clusterId } };
}

describe("jobsOfCluster", () => {
  it("shows a job without the facts that do not come in time", async () => {
    const view = slowCluster("slow-facts", async () => [overview]);
    const { jobs, cluster } = await jobsOfCluster(view, patienceFor({ firstMs: 20, againMs: 5 }));
    expect(cluster.state).toBe("answered");
    expect(jobs).toMatchObject([{ name: "counting", parallelism: undefined, checkpoint: undefined }]);
  });

  it("does not wait for a JobManager beyond its patience, and says so", async () => {
    const { jobs, cluster } = await jobsOfCluster(
      slowCluster("slow", forEver),
      patienceFor({ firstMs: 20, againMs: 5 }),
    );
    expect(jobs).toEqual([]);
    expect(cluster.state).toBe("waiting");
  });

  it("has no more patience for the second question than the first one left", async () => {
    const left = patienceFor({ firstMs: 1_000, againMs: 200 }, Date.now() - 900);
    expect(left().firstMs).toBeLessThanOrEqual(100);
    expect(left().againMs).toBe(0);
  });
});
