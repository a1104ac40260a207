import type { ApplicationSpec } from "../cluster-spec.ts";
import type { FlinkRules } from "../versions.ts";
import type { ConfigValue, FlinkConfiguration } from "./config-value.ts";
import { JavaHashMap } from "./java-hash-map.ts";
import { classpathUrl, jarUri } from "./java-uri.ts";

const pythonDriver = "org.apache.flink.client.python.PythonDriver";

/**
 * The options that a program's flags set, `-p`, `-d`, `-s` and their like. They win over `-D`, even where a flag was not
 * given: restoring without `-s` always resets the claim mode.
 *
 * Flink: ProgramOptions.applyToConfiguration, PythonProgramOptions.
 * @throws Refusal for a jar or a class path that Java can't take as URI
 */
export function programOptions(application: ApplicationSpec, rules: FlinkRules): FlinkConfiguration {
  const { savepoint, python } = application;
  const map: FlinkConfiguration = new JavaHashMap();
  if (application.parallelism !== undefined) map.set("parallelism.default", BigInt(application.parallelism));
  map.set("execution.attached", application.detached !== true);
  map.set("execution.shutdown-on-attached-exit", application.shutdownOnAttachedExit === true);
  setList(map, "pipeline.classpaths", (application.classpaths ?? []).map(classpathUrl), rules);
  map.set("execution.state-recovery.ignore-unclaimed-state", savepoint?.allowNonRestoredState ?? false);
  map.set("execution.state-recovery.claim-mode", savepoint?.claimMode ?? "NO_CLAIM");
  if (savepoint) map.set("execution.state-recovery.path", savepoint.path);
  for (const [key, value] of Object.entries(python?.options ?? {})) map.set(key, value);
  const jars = application.jarUri === undefined || python ? [] : [jarUri(application.jarUri)];
  setList(map, "pipeline.jars", jars, rules);
  return map;
}

/**
 * What Flink adds last: the program's arguments and its main class.
 *
 * Flink: ApplicationConfiguration.applyToConfiguration.
 */
export function programTail(application: ApplicationSpec, rules: FlinkRules): readonly [string, ConfigValue][] {
  const { python } = application;
  const programArguments = [...pythonArguments(application), ...application.arguments];
  const main = application.entryClass ?? (python ? pythonDriver : undefined);
  const tail: [string, ConfigValue][] = [];
  if (programArguments.length > 0 || rules.writesEmptyLists) {
    tail.push(["$internal.application.program-args", programArguments]);
  }
  if (main !== undefined) tail.push(["$internal.application.main", main]);
  return tail;
}

function pythonArguments({ python }: ApplicationSpec): string[] {
  if (python?.file !== undefined) return ["--python", python.file];
  return python?.module === undefined ? [] : ["--pyModule", python.module];
}

function setList(map: FlinkConfiguration, key: string, items: readonly string[], rules: FlinkRules): void {
  if (items.length > 0 || rules.writesEmptyLists) map.set(key, items);
}
