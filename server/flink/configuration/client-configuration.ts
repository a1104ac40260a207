import type { ApplicationSpec, ClusterSpec } from "../cluster-spec.ts";
import { Refusal } from "../issue-collector.ts";
import type { Grammar } from "../options/grammar.ts";
import * as kubernetes from "../options/kubernetes-options.ts";
import type { FlinkRules } from "../versions.ts";
import type { ConfigValue, FlinkConfiguration } from "./config-value.ts";
import { JavaHashMap } from "./java-hash-map.ts";
import { YamlError } from "./load-yaml.ts";
import { programOptions, programTail } from "./program-options.ts";
import { readConfigYaml } from "./read-config-yaml.ts";
import { readFlinkConf } from "./read-flink-conf.ts";
import { stockConf } from "./stock/stock-conf.ts";

export const configYamlName = "config.yaml";
export const flinkConfName = "flink-conf.yaml";

/** What Flink's client holds after it has read its file and its command line. */
export interface ClientConfiguration {
  readonly configuration: FlinkConfiguration;
  /** Name of the file that was read, and will be shipped. */
  readonly fileName: typeof configYamlName | typeof flinkConfName;
  /** The conf folder: the person's, or that of a Flink distribution where none was given. */
  readonly conf: Readonly<Record<string, string>>;
}

/** How the texts of a client's configuration are read. */
export function grammarOf({ fileName }: ClientConfiguration, rules: FlinkRules): Grammar {
  const yaml = fileName === configYamlName;
  return { yaml, yamlInItems: yaml && rules.yamlInListItems, isoDurations: rules.isoDurations };
}

/**
 * The configuration with which Flink's client would begin: file, then `-D`, then the program's own options.
 *
 * The maps are copied as Flink copies them, because the order of their keys comes from it.
 * Flink: GlobalConfiguration.loadConfiguration, KubernetesSessionCli, CliFrontend.getEffectiveConfiguration.
 * @param generatedClusterId stands in where no cluster id is given
 * @throws Refusal for a missing or broken file
 */
export function clientConfiguration(
  spec: ClusterSpec,
  rules: FlinkRules,
  generatedClusterId: string | undefined,
): ClientConfiguration {
  const conf = spec.files?.conf ?? stockConf(rules);
  const fileName = rules.legacyConfigurationFile && conf[flinkConfName] !== undefined ? flinkConfName : configYamlName;
  const file = readFile(conf[fileName], fileName, rules);
  const configuration = JavaHashMap.copyOf(JavaHashMap.of(file.entries()));
  configuration.putAll(commandLineMap(spec));
  if (spec.mode === "session") configuration.set("execution.target", "kubernetes-session");
  else configuration.putAll(programOptions(programOf(spec), rules));
  if (generatedClusterId !== undefined && !configuration.has(kubernetes.clusterId.key)) {
    configuration.set(kubernetes.clusterId.key, generatedClusterId);
  }
  for (const [key, value] of spec.application ? programTail(spec.application, rules) : [])
    configuration.set(key, value);
  return { configuration, fileName, conf };
}

function programOf({ application }: ClusterSpec): ApplicationSpec {
  if (application && (application.jarUri !== undefined || application.python)) return application;
  const detail = "Java program should be specified a JAR file.";
  throw new Refusal({ field: "application.jarUri", code: "jar-missing", detail });
}

function readFile(text: string | undefined, name: string, rules: FlinkRules): FlinkConfiguration {
  if (text === undefined) {
    throw new Refusal({
      field: `files.conf.${name}`,
      code: "file-missing",
      detail: `The Flink config file '${name}' does not exist.`,
    });
  }
  if (name === flinkConfName) return readFlinkConf(text).configuration;
  try {
    return readConfigYaml(text, rules.legacyConfigurationFile);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new Refusal({
      field: `files.conf.${name}`,
      code: "file-unreadable",
      detail: `Error parsing ${name}: ${error.message}.`,
    });
  }
}

function commandLineMap(spec: ClusterSpec): FlinkConfiguration {
  const map: FlinkConfiguration = new JavaHashMap();
  if (spec.mode === "application") map.set("execution.target", "kubernetes-application");
  const given = JavaHashMap.of<ConfigValue>(Object.entries(spec.configuration));
  for (const [key, value] of given.entries()) map.set(key, value);
  // Set and removed again before shipping: it only counts for the size of the map.
  map.set("$internal.deployment.config-dir", "conf");
  return map;
}
