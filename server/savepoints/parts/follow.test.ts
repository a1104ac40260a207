import { describe, expect, it } from "vitest";
import type { Caller } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import { follow } from "./follow.ts";
import type { SavepointRecord } from "./savepoint-of.ts";

const base: SavepointRecord = {
  id: "",
  kind: "stop",
  context: "c",
  namespace: "n",
  clusterId: "dev",
  jobId: "0bbab61c0788dc8c959cdd111fc79daf",
  jobName: "counting",
  state: "in-progress",
  askedAt: new Date(),
  who: "tester",
};
const notFound = () => Promise.reject(new ConsoleError({ kind: "not-found", resource: "it" }));
const written = { state: "completed" as const, location: "file:/state/savepoint-1" };

/** Follows a record against a JobManager that gives these answers; tells every state the record had. */
async function followed(record: SavepointRecord, door: Readonly<Record<string, () => Promise<unknown>>>) {
  const states: string[] = [];
  const update = async (_id: string, changes: Partial<SavepointRecord>) => {
    states.push(changes.state ?? "in-progress");
    return { ...record, ...changes };
  };
  const there = async () => ({});
  const flink = { checkpoints: notFound, ...door };
  // A double of the few members that are used.
  const caller = { flink: () => flink, kubernetes: () => ({ read: there }), savepoints: { update }, identity: {} };
  return { record: await follow(record, caller as unknown as Caller), states };
}

describe("a stop", () => {
  it("is not over before Flink shows that the job has ended, though its savepoint is written", async () => {
    const shown = ["RUNNING", "RUNNING", "FINISHED"];
    const looks: string[] = [];
    const job = async () => {
      looks.push(shown[looks.length] ?? "FINISHED");
      return { state: looks.at(-1) };
    };
    const { record, states } = await followed({ ...base, id: "stop-1" }, { savepointStatus: async () => written, job });
    expect(looks).toEqual(shown);
    expect(states).toEqual(["in-progress", "completed"]);
    expect(record).toMatchObject({ state: "completed", path: written.location });
  });

  it("is over when an application's JobManager no longer knows the job", async () => {
    const door = { savepointStatus: async () => written, job: notFound };
    const { record } = await followed({ ...base, id: "stop-2" }, door);
    expect(record).toMatchObject({ state: "completed", path: written.location });
  });

  it("has failed with what Flink says, and with what the job does now", async () => {
    const savepointStatus = async () => ({ state: "failed", reason: "IOException: no space left" });
    const job = async () => ({ state: "RUNNING" });
    const { record } = await followed({ ...base, id: "stop-3" }, { savepointStatus, job });
    expect(record).toMatchObject({ state: "failed", reason: "IOException: no space left. The job runs on." });
  });

  it("is unknown, not done, when the JobManager knows nothing of it any more", async () => {
    const { record } = await followed({ ...base, id: "stop-4" }, { savepointStatus: notFound, job: notFound });
    expect(record).toMatchObject({ state: "unknown" });
    expect(record.path).toBeUndefined();
  });

  it("is not taken for done because the job had an ordinary savepoint at that time", async () => {
    const savepoint = {
      status: "COMPLETED",
      type: "SAVEPOINT",
      triggeredAt: Date.now(),
      path: "file:/a",
      stateSize: 1,
    };
    const checkpoints = async () => ({ latest: { savepoint } });
    const door = { savepointStatus: notFound, job: async () => ({ state: "RUNNING" }), checkpoints };
    expect((await followed({ ...base, id: "stop-5" }, door)).record.state).toBe("unknown");
    const ending = { ...savepoint, type: "SYNC_SAVEPOINT" };
    const other = { ...door, checkpoints: async () => ({ latest: { savepoint: ending } }) };
    expect((await followed({ ...base, id: "stop-6" }, other)).record).toMatchObject({
      state: "completed",
      path: "file:/a",
    });
  });
});
