import { describe, expect, it } from "vitest";
import type { ConfigValue } from "../configuration/config-value.ts";
import { JavaHashMap } from "../configuration/java-hash-map.ts";
import { IssueCollector } from "../issue-collector.ts";
import { mebibyte } from "../options/memory-size.ts";
import { OptionReader } from "../options/option-reader.ts";
import { type FlinkRules, flinkRules } from "../versions.ts";
import { jobManagerMemory } from "./job-manager-memory.ts";
import { taskManagerMemory } from "./task-manager-memory.ts";

type Sizes = Readonly<Record<string, string>>;

function derive<T>(sizes: Sizes, role: string, model: (reader: OptionReader, rules: FlinkRules) => T, version: string) {
  const rules = flinkRules(version);
  if (!rules) throw new Error(version);
  const issues = new IssueCollector();
  const entries = Object.entries(sizes).map(([key, value]): [string, ConfigValue] => [`${role}.${key}`, value]);
  const grammar = { yaml: true, yamlInItems: true, isoDurations: true };
  const reader = new OptionReader(JavaHashMap.of(entries), grammar, issues.report);
  return { memory: issues.attempt(() => model(reader, rules)), issues: issues.issues };
}

const jobManager = (sizes: Sizes, version = "2.3.0") => derive(sizes, "jobmanager", jobManagerMemory, version);
const taskManager = (sizes: Sizes, version = "2.3.0") => derive(sizes, "taskmanager", taskManagerMemory, version);
const totalMiB = (memory: { readonly totalProcess: bigint } | undefined) => (memory?.totalProcess ?? 0n) / mebibyte;

describe("the JobManager's memory", () => {
  it.each([
    [{ "memory.heap.size": "1g" }, 1600n],
    [{ "memory.flink.size": "1g" }, 1472n],
    [{ "memory.flink.size": "2g" }, 2560n],
    [{ "memory.flink.size": "4g" }, 4835n],
    [{ "memory.flink.size": "8g" }, 9386n],
    [{ "memory.process.size": "577m" }, 577n],
  ])("of %j is %d MiB in all", (sizes, total) => {
    expect(totalMiB(jobManager(sizes).memory)).toBe(total);
  });

  it("adds up", () => {
    const { memory } = jobManager({ "memory.process.size": "1600m" });
    expect(memory).toMatchObject({ metaspace: 256n << 20n, overhead: 192n << 20n, flink: { offHeap: 128n << 20n } });
    expect(memory?.flink.heap).toBe(1024n << 20n);
  });

  it.each([
    [{}, "Either required fine-grained memory (jobmanager.memory.heap.size)"],
    [
      { "memory.process.size": "576m" },
      "The configured Total Flink Memory (128.000mb (134217728 bytes)) is less than the configured Off-heap Memory (128.000mb (134217728 bytes)).",
    ],
    [{ "memory.process.size": "300m" }, "Sum of configured JVM Metaspace (256.000mb (268435456 bytes))"],
    [{ "memory.flink.size": "1g", "memory.heap.size": "2g" }, "exceeds the configured Total Flink Memory"],
    [
      { "memory.flink.size": "1g", "memory.heap.size": "1g", "memory.off-heap.size": "1m" },
      "does not match the configured Total Flink Memory",
    ],
    [
      { "memory.process.size": "1g", "memory.flink.size": "1g" },
      "is less than the sum of the derived Total Flink Memory size",
    ],
    [{ "memory.process.size": "4g", "memory.flink.size": "1g" }, "is not in configured JVM Overhead range"],
    [{ "memory.process.size": "2g", "memory.jvm-overhead.min": "2g" }, "Inconsistently configured jvm overhead memory"],
    [{ "memory.process.size": "1.5g" }, "Could not parse value '1.5g'"],
  ])("of %j is refused, with the numbers", (sizes, detail) => {
    const { issues } = jobManager(sizes);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.detail).toContain(detail);
  });

  it("of Flink 1.20 may be given by the heap options of older versions, and its errors name it", () => {
    expect(totalMiB(jobManager({ "heap.size": "1100m" }, "1.20.5").memory)).toBe(1100n);
    expect(totalMiB(jobManager({ "heap.mb": "1100" }, "1.20.5").memory)).toBe(1100n);
    expect(jobManager({ "heap.size": "1100m" }).memory).toBeUndefined();
    expect(jobManager({}, "1.20.5").issues[0]?.detail).toMatch(/^JobManager memory configuration failed: Either/);
  });
});

describe("a TaskManager's memory", () => {
  it("is divided into Flink's parts", () => {
    const { memory } = taskManager({ "memory.process.size": "1728m" });
    const {
      frameworkHeap = 0n,
      frameworkOffHeap = 0n,
      taskHeap = 0n,
      taskOffHeap = 0n,
      network = 0n,
      managed = 0n,
    } = memory?.flink ?? {};
    expect(memory?.totalFlink).toBe(1280n << 20n);
    expect(frameworkHeap + frameworkOffHeap + taskHeap + taskOffHeap + network + managed).toBe(1280n << 20n);
    expect(network / mebibyte).toBe(128n);
    expect(managed / mebibyte).toBe(512n);
  });

  it("leaves the network the rest where heap and managed memory are given", () => {
    const sizes = { "memory.flink.size": "2g", "memory.task.heap.size": "1g", "memory.managed.size": "600m" };
    expect(taskManager(sizes).memory?.flink.network).toBe((2048n - 1024n - 600n - 256n) << 20n);
  });

  it.each([
    [{}, "Either required fine-grained memory (taskmanager.memory.task.heap.size and taskmanager.memory.managed.size)"],
    [{ "memory.process.size": "700m" }, "exceed configured Total Flink Memory"],
    [
      { "memory.flink.size": "2g", "memory.task.heap.size": "512m", "memory.network.min": "1g" },
      "Derived Network Memory size",
    ],
    [{ "memory.process.size": "2g", numberOfTaskSlots: "0" }, "positive number of CPU cores"],
  ])("of %j is refused, with the numbers", (sizes, detail) => {
    const [issue] = taskManager(sizes).issues;
    expect(issue?.detail).toMatch(/^TaskManager memory configuration failed: /);
    expect(issue?.detail).toContain(detail);
  });
});
