import { Refusal } from "../issue-collector.ts";
import { humanReadableSize as human } from "../options/memory-size.ts";
import { integerOption, memoryOption } from "../options/option.ts";
import type { OptionReader } from "../options/option-reader.ts";
import type { FlinkRules } from "../versions.ts";
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
export interface JobManagerFlinkMemory {
  readonly heap: bigint;
  readonly offHeap: bigint;
}

export type JobManagerMemory = ProcessMemory<JobManagerFlinkMemory>;

const heapSize = memoryOption("jobmanager.memory.heap.size", { defaultValue: undefined });
const offHeapSize = sizeOption("jobmanager.memory.off-heap.size", 128n << 20n);
const options = processMemoryOptions("jobmanager");

const model: FlinkMemoryModel<JobManagerFlinkMemory> = {
  options,
  fineGrained: [heapSize],

  fromFineGrained(reader) {
    const heap = given(reader, heapSize);
    const offHeap = reader.get(offHeapSize);
    if (!reader.isSet(options.totalFlink)) return { flink: { heap, offHeap }, total: heap + offHeap };
    const total = given(reader, options.totalFlink);
    if (!reader.isSet(offHeapSize)) {
      if (heap > total) {
        throw memoryRefusal(
          `The configured JVM Heap Memory (${human(heap)}) exceeds the configured Total Flink Memory (${human(total)}). Please, make the configured Total Flink Memory (${options.totalFlink.key}) at least as large.`,
        );
      }
      return { flink: { heap, offHeap: total - heap }, total };
    }
    if (heap + offHeap !== total) {
      throw memoryRefusal(
        `Sum of the configured JVM Heap Memory (${human(heap)}) and the configured Off-heap Memory (${human(offHeap)}) does not match the configured Total Flink Memory (${human(total)}). Please, make the configured Total Flink Memory match or leave one of them out.`,
      );
    }
    return { flink: { heap, offHeap }, total };
  },

  fromTotal(reader, total) {
    const offHeap = reader.get(offHeapSize);
    if (total <= offHeap) {
      throw memoryRefusal(
        `The configured Total Flink Memory (${human(total)}) is less than the configured Off-heap Memory (${human(offHeap)}).`,
        "memory-too-small",
      );
    }
    return { heap: total - offHeap, offHeap };
  },
};

const legacyHeapSize = memoryOption("jobmanager.heap.size", { defaultValue: undefined });
const legacyHeapMebibytes = integerOption("jobmanager.heap.mb", { defaultValue: undefined });

/**
 * The memory of a JobManager process from what is configured of it.
 *
 * Flink: JobManagerProcessUtils.processSpecFromConfigWithNewOptionToInterpretLegacyHeap, JobManagerFlinkMemoryUtils.
 * @throws Refusal as Flink does, with the numbers
 */
export function jobManagerMemory(reader: OptionReader, rules: FlinkRules): JobManagerMemory {
  return withErrorPrefix(rules.jobManagerMemoryErrorPrefix, () =>
    deriveProcessMemory(model, reader, legacySize(reader, rules, legacyHeapSize, legacyHeapMebibytes)),
  );
}

/** Flink 1.20 takes the heap options of older versions as the process size. */
export function legacySize(
  reader: OptionReader,
  rules: FlinkRules,
  size: typeof legacyHeapSize,
  mebibytes: typeof legacyHeapMebibytes,
): bigint | undefined {
  if (!rules.legacyMemoryOptions) return undefined;
  if (reader.isSet(size)) return given(reader, size);
  return reader.isSet(mebibytes) ? BigInt(given(reader, mebibytes)) << 20n : undefined;
}

export function withErrorPrefix<T>(prefix: string, derive: () => T): T {
  try {
    return derive();
  } catch (error) {
    if (!(error instanceof Refusal) || !error.issue || prefix === "") throw error;
    throw new Refusal({ ...error.issue, detail: prefix + error.issue.detail });
  }
}
