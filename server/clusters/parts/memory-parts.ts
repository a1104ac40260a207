import type { ClusterSpec } from "../../flink/cluster-spec.ts";
import { type SpecMemory, specMemory } from "../../flink/memory/spec-memory.ts";
import type { ProcessMemoryView } from "../cluster-view.schema.ts";

type Part = ProcessMemoryView["parts"][number];

const part = (name: string, kind: Part["kind"], bytes: bigint): Part => ({ name, kind, bytes: Number(bytes) });

/** How each process of a spec divides its memory, in the order in which Flink's documentation draws it. */
export function memoryParts(spec: ClusterSpec): ProcessMemoryView[] {
  const { jobManager, taskManager } = specMemory(spec);
  return [...(taskManager ? [ofTaskManager(taskManager)] : []), ...(jobManager ? [ofJobManager(jobManager)] : [])];
}

function ofTaskManager({ flink, metaspace, overhead, totalProcess }: NonNullable<SpecMemory["taskManager"]>) {
  const parts = [
    part("framework heap", "heap", flink.frameworkHeap),
    part("task heap", "heap", flink.taskHeap),
    part("framework off-heap", "offHeap", flink.frameworkOffHeap),
    part("task off-heap", "offHeap", flink.taskOffHeap),
    part("network", "offHeap", flink.network),
    part("managed", "managed", flink.managed),
    part("JVM metaspace", "jvm", metaspace),
    part("JVM overhead", "jvm", overhead),
  ];
  return {
    process: "TaskManager" as const,
    bytes: Number(totalProcess),
    parts: parts.filter(({ bytes }) => bytes > 0),
  };
}

function ofJobManager({ flink, metaspace, overhead, totalProcess }: NonNullable<SpecMemory["jobManager"]>) {
  const parts = [
    part("heap", "heap", flink.heap),
    part("off-heap", "offHeap", flink.offHeap),
    part("JVM metaspace", "jvm", metaspace),
    part("JVM overhead", "jvm", overhead),
  ];
  return { process: "JobManager" as const, bytes: Number(totalProcess), parts: parts.filter(({ bytes }) => bytes > 0) };
}
