import type { Caller, ClusterAddress } from "../../caller.ts";
import { operatorOf } from "../../clusters/operator-of.ts";
import { ConsoleError, isFailure } from "../../errors.ts";
import { configValueText } from "../../flink/configuration/config-value.ts";
import { readConfigYaml } from "../../flink/configuration/read-config-yaml.ts";
import { readFlinkConf } from "../../flink/configuration/read-flink-conf.ts";
import type { LoggingFile } from "../../flink/log4j/logging-file.ts";
import type { PodLookup } from "../../flink/log4j/lookups.ts";
import { frameworkOf } from "./framework.ts";
import {
  type ConfigMap,
  clusterSelector,
  configMapName,
  type Deployment,
  mainContainer,
  type Pod,
  runningPods,
} from "./kubernetes-objects.ts";
import { annotatedOverrides, type KeptOverrides, noOverrides } from "./level-overrides.ts";
import { fileNames, readLoggingFile, type Syntax } from "./logging-syntax.ts";
import { rememberedOverrides } from "./remember-levels.ts";

/** The logging file of a cluster as its ConfigMap has it. */
export interface LoggingInMap {
  readonly resourceVersion: string;
  readonly syntax: Syntax;
  readonly name: string;
  readonly text: string;
  readonly file: LoggingFile;
  readonly kept: KeptOverrides;
}

/** All that log levels need to know of a cluster. */
export interface ClusterLogging extends LoggingInMap {
  readonly configMap: ConfigMap;
  /** Running ones, JobManagers first. */
  readonly pods: readonly Pod[];
  readonly podsCut: boolean;
  /** Why nothing may be changed here. */
  readonly readOnly?: string | undefined;
}

const mostPods = 500;

/** Reads a cluster's logging file and pods, straight from the API server. Throws `not-found` where there is none. */
export async function readClusterLogging(address: ClusterAddress, caller: Caller): Promise<ClusterLogging> {
  const { context, namespace, clusterId } = address;
  const door = caller.kubernetes(context);
  const [configMap, deployment, pods] = await Promise.all([
    door.read("ConfigMap", namespace, configMapName(clusterId)),
    door.read("Deployment", namespace, clusterId).catch(goneIsFine),
    door.list("Pod", namespace, { labelSelector: clusterSelector(clusterId), limit: mostPods }),
  ]);
  const running = runningPods(pods.items);
  const syntax = await syntaxOf(configMap, running, address, caller);
  return {
    ...loggingIn(configMap, syntax, podLookup(configMap, running[0])),
    kept: await rememberedOverrides(configMap, caller),
    configMap,
    pods: running,
    podsCut: pods.cut,
    readOnly: readOnlyReason(configMap, deployment, clusterId),
  };
}

function goneIsFine(error: unknown): undefined {
  if (isFailure(error, "not-found") || isFailure(error, "not-permitted")) return undefined;
  throw error;
}

/** Reads the file of a ConfigMap in a syntax that is known already. */
export function loggingIn(configMap: ConfigMap, syntax: Syntax, pod?: PodLookup): LoggingInMap {
  const name = fileNames[syntax];
  const text = configMap.data?.[name];
  if (text === undefined) {
    const resource = `${name} in ConfigMap ${configMap.metadata?.namespace}/${configMap.metadata?.name}`;
    throw new ConsoleError({ kind: "not-found", resource });
  }
  return {
    resourceVersion: configMap.metadata?.resourceVersion ?? "",
    syntax,
    name,
    text,
    file: readLoggingFile(syntax, text, pod),
    kept: annotatedOverrides(configMap.metadata?.annotations) ?? noOverrides,
  };
}

async function syntaxOf(
  { data }: ConfigMap,
  pods: readonly Pod[],
  address: ClusterAddress,
  caller: Caller,
): Promise<Syntax> {
  if (data?.[fileNames.logback] === undefined) return "log4j2";
  if (data[fileNames.log4j2] === undefined) return "logback";
  return frameworkOf(pods, address, caller);
}

function readOnlyReason(
  configMap: ConfigMap,
  deployment: Deployment | undefined,
  clusterId: string,
): string | undefined {
  const operator = operatorOf(deployment, clusterId);
  if (operator !== undefined) {
    return `The Flink operator owns this ConfigMap and would write it anew. Change logConfiguration in FlinkDeployment ${operator.name}.`;
  }
  return configMap.immutable === true ? "The ConfigMap is immutable: Kubernetes takes no change of it." : undefined;
}

/** What `${env:…}` is in the pods: their containers' environment, and `env.log.level`, which the start script exports. */
function podLookup({ data = {} }: ConfigMap, pod: Pod | undefined): PodLookup {
  const variables = new Map(
    (pod?.spec?.containers.find(({ name }) => name === mainContainer)?.env ?? []).flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
  const level = optionsOf(data).get("env.log.level");
  if (level !== undefined) variables.set("ROOT_LOG_LEVEL", level);
  return (prefix, key) => (prefix === "env" ? variables.get(key) : undefined);
}

/** Empty for a configuration that can't be read: it only decides what a lookup is assumed to be. */
function optionsOf(data: Readonly<Record<string, string>>): Map<string, string> {
  try {
    const yaml = data["config.yaml"];
    const read =
      yaml === undefined ? readFlinkConf(data["flink-conf.yaml"] ?? "").configuration : readConfigYaml(yaml, false);
    return new Map([...read.entries()].map(([key, value]) => [key, configValueText(value)]));
  } catch {
    return new Map();
  }
}
