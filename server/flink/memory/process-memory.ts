import { Refusal } from "../issue-collector.ts";
import { humanReadableSize as human } from "../options/memory-size.ts";
import { doubleOption, memoryOption, type Option } from "../options/option.ts";
import type { OptionReader } from "../options/option-reader.ts";
import { type RangeFraction, rangeFraction, shareOf, shareOnTopOf } from "./fraction.ts";
import { memoryRefusal } from "./memory-refusal.ts";

/** What a Java process needs besides Flink's own memory, and the sizes from which everything can be derived. */
export interface ProcessMemoryOptions {
  readonly totalProcess: Option<bigint | undefined>;
  readonly totalFlink: Option<bigint | undefined>;
  readonly metaspace: Option<bigint>;
  readonly overheadMin: Option<bigint>;
  readonly overheadMax: Option<bigint>;
  readonly overheadFraction: Option<number>;
}

export function processMemoryOptions(role: "jobmanager" | "taskmanager"): ProcessMemoryOptions {
  const size = (name: string, defaultValue: bigint) => sizeOption(`${role}.memory.${name}`, defaultValue);
  return {
    totalProcess: memoryOption(`${role}.memory.process.size`, { defaultValue: undefined }),
    totalFlink: memoryOption(`${role}.memory.flink.size`, { defaultValue: undefined }),
    metaspace: size("jvm-metaspace.size", 256n << 20n),
    overheadMin: size("jvm-overhead.min", 192n << 20n),
    overheadMax: size("jvm-overhead.max", 1n << 30n),
    overheadFraction: doubleOption(`${role}.memory.jvm-overhead.fraction`, { defaultValue: 0.1 }),
  };
}

export function sizeOption(key: string, defaultValue: bigint, ...fallbackKeys: string[]): Option<bigint> {
  return memoryOption<bigint>(key, { defaultValue, fallbackKeys });
}

/** A JVM process: Flink's own memory, and what the JVM needs besides. All in bytes. */
export interface ProcessMemory<FlinkMemory> {
  readonly flink: FlinkMemory;
  readonly totalFlink: bigint;
  readonly metaspace: bigint;
  readonly overhead: bigint;
  readonly totalProcess: bigint;
}

/** How one kind of process divides Flink's own memory. */
export interface FlinkMemoryModel<FlinkMemory> {
  readonly options: ProcessMemoryOptions;
  /** Sizes that, when all given, decide everything from the inside. */
  readonly fineGrained: readonly Option<bigint | undefined>[];
  fromFineGrained(reader: OptionReader): { readonly flink: FlinkMemory; readonly total: bigint };
  fromTotal(reader: OptionReader, total: bigint): FlinkMemory;
}

/**
 * Derives all sizes of a process from those that are given.
 *
 * Flink: ProcessMemoryUtils.memoryProcessSpecFromConfig.
 * @param processSizeInstead stands in for the process size where that is unset: older options of Flink 1.20
 * @throws Refusal where nothing is given to derive from, or the sizes don't fit together
 */
export function deriveProcessMemory<FlinkMemory>(
  model: FlinkMemoryModel<FlinkMemory>,
  reader: OptionReader,
  processSizeInstead: bigint | undefined,
): ProcessMemory<FlinkMemory> {
  const { options } = model;
  const totalProcess = reader.isSet(options.totalProcess) ? given(reader, options.totalProcess) : processSizeInstead;
  if (model.fineGrained.every((option) => reader.isSet(option))) {
    const { flink, total } = model.fromFineGrained(reader);
    return aroundFlinkMemory(options, reader, flink, total, totalProcess);
  }
  if (reader.isSet(options.totalFlink)) {
    const total = given(reader, options.totalFlink);
    return aroundFlinkMemory(options, reader, model.fromTotal(reader, total), total, totalProcess);
  }
  if (totalProcess === undefined) throw nothingConfigured(model);
  return insideProcess(model, reader, totalProcess);
}

/** The value of an option that is set. One that can't be read was reported by the reader. */
export function given<T>(reader: OptionReader, option: Option<T | undefined>): T {
  const value = reader.get(option);
  if (value === undefined) throw new Refusal();
  return value;
}

function insideProcess<FlinkMemory>(
  model: FlinkMemoryModel<FlinkMemory>,
  reader: OptionReader,
  totalProcess: bigint,
): ProcessMemory<FlinkMemory> {
  const metaspace = reader.get(model.options.metaspace);
  const overhead = shareOf(totalProcess, overheadRange(model.options, reader));
  if (metaspace + overhead > totalProcess) {
    throw memoryRefusal(
      `Sum of configured JVM Metaspace (${human(metaspace)}) and JVM Overhead (${human(overhead)}) exceed configured Total Process Memory (${human(totalProcess)}).`,
      "memory-too-small",
      model.options.totalProcess.key,
    );
  }
  const totalFlink = totalProcess - metaspace - overhead;
  return { flink: model.fromTotal(reader, totalFlink), totalFlink, metaspace, overhead, totalProcess };
}

function aroundFlinkMemory<FlinkMemory>(
  options: ProcessMemoryOptions,
  reader: OptionReader,
  flink: FlinkMemory,
  totalFlink: bigint,
  totalProcess: bigint | undefined,
): ProcessMemory<FlinkMemory> {
  const metaspace = reader.get(options.metaspace);
  const range = overheadRange(options, reader);
  const inner = totalFlink + metaspace;
  if (totalProcess === undefined) {
    const overhead = shareOnTopOf(inner, range);
    return { flink, totalFlink, metaspace, overhead, totalProcess: inner + overhead };
  }
  if (totalProcess < inner) {
    throw memoryRefusal(
      `The configured Total Process Memory size (${human(totalProcess)}) is less than the sum of the derived Total Flink Memory size (${human(totalFlink)}) and the configured or default JVM Metaspace size (${human(metaspace)}).`,
      "memory-too-small",
      options.totalProcess.key,
    );
  }
  const overhead = totalProcess - inner;
  if (overhead < range.min || overhead > range.max) {
    throw memoryRefusal(
      `Derived JVM Overhead size (${human(overhead)}) is not in configured JVM Overhead range [${human(range.min)}, ${human(range.max)}].`,
    );
  }
  return { flink, totalFlink, metaspace, overhead, totalProcess };
}

function overheadRange(options: ProcessMemoryOptions, reader: OptionReader): RangeFraction {
  const fraction = Math.fround(reader.get(options.overheadFraction));
  return rangeFraction(
    "jvm overhead memory",
    reader.get(options.overheadMin),
    reader.get(options.overheadMax),
    fraction,
  );
}

function nothingConfigured<FlinkMemory>({ fineGrained, options }: FlinkMemoryModel<FlinkMemory>): Refusal {
  const keys = fineGrained.map((option) => option.key).join(" and ");
  return memoryRefusal(
    `Either required fine-grained memory (${keys}), or Total Flink Memory size (${options.totalFlink.key}), or Total Process Memory size (${options.totalProcess.key}) need to be configured explicitly.`,
    "memory-not-configured",
    options.totalProcess.key,
  );
}
