import type { ClusterSpec, SpecFiles } from "../cluster-spec.ts";
import type { ClientConfiguration } from "../configuration/client-configuration.ts";
import type { IssueCollector } from "../issue-collector.ts";
import type { JobManagerMemory } from "../memory/job-manager-memory.ts";
import type { OptionReader } from "../options/option-reader.ts";
import type { FlinkRules } from "../versions.ts";
import type { FlinkPod } from "./flink-pod.ts";
import type { OwnedObject } from "./rendering.ts";

/**
 * What the steps know of the cluster that is being built.
 *
 * Flink: KubernetesJobManagerParameters.
 */
export interface JobManagerParameters {
  readonly rules: FlinkRules;
  readonly mode: ClusterSpec["mode"];
  readonly clusterId: string;
  readonly namespace: string;
  readonly client: ClientConfiguration;
  readonly options: OptionReader;
  readonly files: SpecFiles;
  readonly memory: JobManagerMemory | undefined;
  readonly highAvailable: boolean;
  /** The client's path of the keytab that is to be mounted. */
  readonly keytab: string | undefined;
  readonly issues: IssueCollector;
}

/**
 * One step of building a cluster: what it adds to the JobManager's pod, and the objects that it brings along.
 *
 * Flink: KubernetesStepDecorator.
 */
export interface Step {
  decorate?(pod: FlinkPod, parameters: JobManagerParameters): FlinkPod;
  accompany?(parameters: JobManagerParameters): readonly OwnedObject[];
}
