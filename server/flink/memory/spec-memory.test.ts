import { describe, expect, it } from "vitest";
import { specMemory } from "./spec-memory.ts";

const spec = (configuration: Record<string, string>, flinkVersion = "2.3.0") => ({
  mode: "session" as const,
  flinkVersion,
  configuration,
});
const mebibytes = (bytes: bigint | undefined) => (bytes === undefined ? undefined : Number(bytes >> 20n));

describe("specMemory", () => {
  it("divides 4 GiB of a TaskManager and 2 GiB of a JobManager as Flink does, without losing a byte", () => {
    const sizes = { "taskmanager.memory.process.size": "4096m", "jobmanager.memory.process.size": "2048m" };
    const { taskManager, jobManager } = specMemory(spec(sizes));
    expect(mebibytes(taskManager?.flink.managed)).toBe(1372);
    expect(mebibytes(taskManager?.flink.network)).toBe(343);
    expect(mebibytes(jobManager?.flink.heap)).toBe(1459);
    const parts = Object.values(taskManager?.flink ?? {}).reduce((sum, part) => sum + part, 0n);
    expect(parts + (taskManager?.metaspace ?? 0n) + (taskManager?.overhead ?? 0n)).toBe(4096n << 20n);
  });

  it("leaves out the process whose sizes don't fit, and keeps the other", () => {
    const { taskManager, jobManager } = specMemory(spec({ "jobmanager.memory.process.size": "12 parsecs" }));
    expect(jobManager).toBeUndefined();
    expect(taskManager).toBeDefined();
  });

  it("knows nothing of a version that does not exist", () => {
    expect(specMemory(spec({}, "newest"))).toEqual({});
  });
});
