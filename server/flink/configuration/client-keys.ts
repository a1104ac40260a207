import type { ClusterSpec } from "../cluster-spec.ts";
import type { IssueCollector } from "../issue-collector.ts";
import {
  blobServerPort,
  highAvailabilityJobManagerPort,
  highAvailabilityType,
  jobManagerRpcPort,
  restBindPort,
  taskManagerRpcPort,
} from "../options/cluster-options.ts";
import type { Option } from "../options/option.ts";
import type { OptionReader } from "../options/option-reader.ts";
import type { FlinkConfiguration } from "./config-value.ts";

const entrypointPackage = "org.apache.flink.kubernetes.entrypoint";

export interface ClusterName {
  readonly clusterId: string;
  readonly namespace: string;
}

/** HA is on for any type but NONE and standalone; an unknown word counts as the name of a factory class. */
export function isHighAvailable(reader: OptionReader): boolean {
  return !/^(none|standalone)$/i.test(reader.get(highAvailabilityType));
}

/**
 * Fixes ports and sets the keys by which the pods find each other.
 *
 * Flink: KubernetesClusterDescriptor.deployClusterInternal, InternalServiceDecorator.
 */
export function setClientKeys(
  configuration: FlinkConfiguration,
  reader: OptionReader,
  mode: ClusterSpec["mode"],
  { clusterId, namespace }: ClusterName,
  issues: IssueCollector,
): void {
  const entrypoint =
    mode === "session" ? "KubernetesSessionClusterEntrypoint" : "KubernetesApplicationClusterEntrypoint";
  configuration.set("internal.cluster.execution-mode", "NORMAL");
  configuration.set("kubernetes.internal.jobmanager.entrypoint.class", `${entrypointPackage}.${entrypoint}`);
  const fixPort = (option: Option<string>, port: number) => {
    const issue = portIssue(reader, option);
    if (issue) issues.report(issue);
    else if (Number(reader.get(option)) === 0) configuration.set(option.key, String(port));
  };
  fixPort(blobServerPort, 6124);
  fixPort(taskManagerRpcPort, 6122);
  fixPort(restBindPort, 8081);
  if (isHighAvailable(reader)) {
    configuration.set("high-availability.cluster-id", clusterId);
    fixPort(highAvailabilityJobManagerPort, reader.get(jobManagerRpcPort));
  } else {
    configuration.set("jobmanager.rpc.address", `${clusterId}.${namespace}`);
  }
}

function portIssue(reader: OptionReader, option: Option<string>) {
  const text = reader.get(option);
  if (/^[-+]?\d{1,10}$/.test(text)) return undefined;
  const detail = `${option.key} should be specified to a fixed port. Do not support a range of ports.`;
  return { field: reader.keyOf(option) ?? option.key, code: "port-not-fixed", detail: `${detail} It is '${text}'.` };
}

/** Keys of which the first one present is taken out before the file is shipped. */
const removedKeys: readonly (readonly string[])[] = [
  ["kubernetes.config.file"],
  ["$internal.deployment.config-dir"],
  ["rest.bind-address", "web.address", "jobmanager.web.address"],
  ["jobmanager.bind-host"],
  ["taskmanager.bind-host"],
  ["taskmanager.host"],
];

/** All keys that are never shipped. A cluster without HA has its own `jobmanager.rpc.address`, one with HA may have none. */
export const localKeys: ReadonlySet<string> = new Set([...removedKeys.flat(), "jobmanager.rpc.address"]);

/**
 * Takes out what holds for the client's machine only.
 *
 * Flink: FlinkConfMountDecorator.getClusterSideConfiguration.
 */
export function removeClientSideKeys(configuration: FlinkConfiguration): void {
  for (const keys of removedKeys) {
    const present = keys.find((key) => configuration.has(key));
    if (present !== undefined) configuration.delete(present);
  }
}
