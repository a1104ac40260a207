import { humanReadableSize as human, maxBytes } from "../options/memory-size.ts";
import { doubleOption, integerOption, memoryOption } from "../options/option.ts";
import type { OptionReader } from "../options/option-reader.ts";
import type { FlinkRules } from "../versions.ts";
import { type RangeFraction, rangeFraction, shareOf, shareOnTopOf } from "./fraction.ts";
import { legacySize, withErrorPrefix } from "./job-manager-memory.ts";
import { memoryRefusal } from "./memory-refusal.ts";
import {
  deriveProcessMemory,
  type FlinkMemoryModel,
  given,
  type ProcessMemory,
  processMemoryOptions,
  sizeOption,
} from "./process-memory.ts";

/** In bytes. */
export interface TaskManagerFlinkMemory {
  readonly frameworkHeap: bigint;
  readonly frameworkOffHeap: bigint;
  readonly taskHeap: bigint;
  readonly taskOffHeap: bigint;
  readonly network: bigint;
  readonly managed: bigint;
}

export type TaskManagerMemory = ProcessMemory<TaskManagerFlinkMemory>;

const options = processMemoryOptions("taskmanager");
const frameworkHeap = sizeOption("taskmanager.memory.framework.heap.size", 128n << 20n);
const frameworkOffHeap = sizeOption("taskmanager.memory.framework.off-heap.size", 128n << 20n);
const taskHeap = memoryOption("taskmanager.memory.task.heap.size", { defaultValue: undefined });
const taskOffHeap = sizeOption("taskmanager.memory.task.off-heap.size", 0n);
const managed = memoryOption("taskmanager.memory.managed.size", {
  defaultValue: undefined,
  fallbackKeys: ["taskmanager.memory.size"],
});
const managedFraction = doubleOption("taskmanager.memory.managed.fraction", { defaultValue: 0.4 });
const networkMin = sizeOption("taskmanager.memory.network.min", 64n << 20n, "taskmanager.network.memory.min");
const networkMax = sizeOption("taskmanager.memory.network.max", maxBytes, "taskmanager.network.memory.max");
const networkFraction = doubleOption("taskmanager.memory.network.fraction", {
  defaultValue: 0.1,
  fallbackKeys: ["taskmanager.network.memory.fraction"],
});
const networkBuffers = integerOption("taskmanager.network.numberOfBuffers", { defaultValue: undefined });
const segmentSize = sizeOption("taskmanager.memory.segment-size", 32n << 10n);

const model = (rules: FlinkRules): FlinkMemoryModel<TaskManagerFlinkMemory> => ({
  options,
  fineGrained: [taskHeap, managed],

  fromFineGrained(reader) {
    const fixed = { ...fixedParts(reader), taskHeap: given(reader, taskHeap), managed: given(reader, managed) };
    const sum = sumOf(fixed);
    if (!reader.isSet(options.totalFlink)) {
      const network = networkOnTopOf(reader, rules, sum);
      return { flink: { ...fixed, network }, total: sum + network };
    }
    const total = given(reader, options.totalFlink);
    return { flink: { ...fixed, network: networkAsRest(reader, fixed, total) }, total };
  },

  fromTotal(reader, total) {
    const fixed = fixedParts(reader);
    const managedSize = reader.isSet(managed)
      ? given(reader, managed)
      : shareOf(total, rangeFraction("managed memory", 0n, maxBytes, Math.fround(reader.get(managedFraction))));
    if (reader.isSet(taskHeap)) {
      const parts = { ...fixed, taskHeap: given(reader, taskHeap), managed: managedSize };
      return { ...parts, network: networkAsRest(reader, parts, total) };
    }
    const network = legacyNetwork(reader, rules) ?? shareOf(total, networkRange(reader));
    const parts = { ...fixed, managed: managedSize, network };
    return { ...parts, taskHeap: restOf(total, parts) };
  },
});

function fixedParts(reader: OptionReader) {
  return {
    frameworkHeap: reader.get(frameworkHeap),
    frameworkOffHeap: reader.get(frameworkOffHeap),
    taskOffHeap: reader.get(taskOffHeap),
  };
}

const partNames: Readonly<Record<keyof TaskManagerFlinkMemory, string>> = {
  frameworkHeap: "Framework Heap Memory",
  frameworkOffHeap: "Framework Off-Heap Memory",
  taskHeap: "Task Heap Memory",
  taskOffHeap: "Task Off-Heap Memory",
  managed: "Managed Memory",
  network: "Network Memory",
};

type Parts = Partial<TaskManagerFlinkMemory>;

const sumOf = (parts: Parts): bigint => Object.values(parts).reduce((sum, part) => sum + part, 0n);

/** What the parts leave of the total. @throws Refusal where they leave less than nothing */
function restOf(total: bigint, parts: Parts): bigint {
  const rest = total - sumOf(parts);
  if (rest >= 0n) return rest;
  const listed = (Object.keys(partNames) as (keyof TaskManagerFlinkMemory)[]).flatMap((name) => {
    const part = parts[name];
    return part === undefined ? [] : [`${partNames[name]} (${human(part)})`];
  });
  throw memoryRefusal(
    `Sum of configured ${listed.join(", ")} exceed configured Total Flink Memory (${human(total)}).`,
    "memory-too-small",
  );
}

function networkAsRest(reader: OptionReader, parts: Parts, total: bigint): bigint {
  const network = restOf(total, parts);
  const { min, max } = networkRange(reader);
  if (network < min || network > max) {
    throw memoryRefusal(
      `If Total Flink, Task Heap and (or) Managed Memory sizes are explicitly configured then the Network Memory size is the rest of the Total Flink memory after subtracting all other configured types of memory, but the derived Network Memory is inconsistent with its configuration: Derived Network Memory size (${human(network)}) is not in configured Network Memory range [${human(min)}, ${human(max)}].`,
    );
  }
  return network;
}

function networkOnTopOf(reader: OptionReader, rules: FlinkRules, rest: bigint): bigint {
  return legacyNetwork(reader, rules) ?? shareOnTopOf(rest, networkRange(reader));
}

function networkRange(reader: OptionReader): RangeFraction {
  const fraction = Math.fround(reader.get(networkFraction));
  return rangeFraction("network memory", reader.get(networkMin), reader.get(networkMax), fraction);
}

/** Flink 1.20 counts buffers where only their number is given. */
function legacyNetwork(reader: OptionReader, rules: FlinkRules): bigint | undefined {
  const newer = [networkMin, networkMax, networkFraction].some((option) => reader.isSet(option));
  if (!rules.legacyMemoryOptions || newer || !reader.isSet(networkBuffers)) return undefined;
  return BigInt(given(reader, networkBuffers)) * reader.get(segmentSize);
}

const legacyHeapSize = memoryOption("taskmanager.heap.size", { defaultValue: undefined });
const legacyHeapMebibytes = integerOption("taskmanager.heap.mb", { defaultValue: undefined });

/**
 * The memory of a TaskManager process from what is configured of it. The client only validates it; the pods are made
 * by the JobManager.
 *
 * Flink: TaskExecutorProcessUtils.processSpecFromConfig, TaskExecutorFlinkMemoryUtils.
 * @throws Refusal as Flink does, with the numbers
 */
export function taskManagerMemory(reader: OptionReader, rules: FlinkRules): TaskManagerMemory {
  return withErrorPrefix("TaskManager memory configuration failed: ", () => {
    const instead = legacySize(reader, rules, legacyHeapSize, legacyHeapMebibytes);
    const memory = deriveProcessMemory(model(rules), reader, instead);
    checkCpu(reader);
    return memory;
  });
}

const cpuCores = doubleOption("taskmanager.cpu.cores", { defaultValue: Number.NaN });
const taskSlots = integerOption("taskmanager.numberOfTaskSlots", { defaultValue: 1 });

/** Slots stand in for cores, so that no slots is no cores. */
function checkCpu(reader: OptionReader): void {
  const slots = reader.get(taskSlots);
  const cores = reader.isSet(cpuCores) ? reader.get(cpuCores) : slots;
  if (cores > 0) return;
  throw memoryRefusal(
    `TaskExecutors need to be started with a positive number of CPU cores. Please configure ${cpuCores.key} accordingly.`,
    "cpu-not-positive",
    reader.isSet(cpuCores) ? cpuCores.key : taskSlots.key,
  );
}
