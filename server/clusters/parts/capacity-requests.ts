import type { ClusterSpec } from "../../flink/cluster-spec.ts";
import { clientConfiguration, grammarOf } from "../../flink/configuration/client-configuration.ts";
import { specMemory } from "../../flink/memory/spec-memory.ts";
import * as kubernetes from "../../flink/options/kubernetes-options.ts";
import { integerOption, listOfMapsOption, mapOption } from "../../flink/options/option.ts";
import { OptionReader } from "../../flink/options/option-reader.ts";
import type { RenderedCluster } from "../../flink/resources/rendering.ts";
import { flinkRules } from "../../flink/versions.ts";
import type { Kinds } from "../../kubernetes/kubernetes-door.ts";
import { parseQuantity } from "./quantity.ts";

/** What one pod asks of a node and of a quota. Cores and bytes. */
export interface PodAsks {
  readonly process: "JobManager" | "TaskManager";
  readonly replicas: number;
  readonly requests: { readonly cpu: number; readonly memory: number };
  readonly limits: { readonly cpu: number; readonly memory: number };
  /** The greatest of its containers, for a LimitRange. */
  readonly container: { readonly cpu: number; readonly memory: number };
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Keys of taints that it tolerates; the empty key tolerates all. */
  readonly tolerated: readonly string[];
}

const taskSlots = integerOption("taskmanager.numberOfTaskSlots", { defaultValue: 1 });
const nodeSelector = mapOption("kubernetes.taskmanager.node-selector");
const tolerations = listOfMapsOption("kubernetes.taskmanager.tolerations");

type PodSpec = NonNullable<NonNullable<Kinds["Deployment"]["spec"]>["template"]["spec"]>;

/** The JobManager as its Deployment asks for it, with all containers of its template. */
export function jobManagerAsks({ deployment }: RenderedCluster): PodAsks | undefined {
  const wire: Kinds["Deployment"] = JSON.parse(JSON.stringify(deployment));
  const pod = wire.spec?.template.spec;
  if (pod === undefined) return undefined;
  return {
    process: "JobManager",
    replicas: wire.spec?.replicas ?? 1,
    requests: sumOf(pod, "requests"),
    limits: sumOf(pod, "limits"),
    container: largestOf(pod),
    nodeSelector: pod.nodeSelector ?? {},
    tolerated: (pod.tolerations ?? []).map(({ key }) => key ?? ""),
  };
}

function sumOf(pod: PodSpec, what: "requests" | "limits") {
  const sum = (resource: "cpu" | "memory") =>
    pod.containers.reduce((total, { resources }) => total + (parseQuantity(resources?.[what]?.[resource]) ?? 0), 0);
  return { cpu: sum("cpu"), memory: sum("memory") };
}

function largestOf(pod: PodSpec) {
  const largest = (resource: "cpu" | "memory") =>
    Math.max(...pod.containers.map(({ resources }) => parseQuantity(resources?.limits?.[resource]) ?? 0));
  return { cpu: largest("cpu"), memory: largest("memory") };
}

/**
 * A TaskManager as the JobManager will ask for it: its main container; what a pod template adds is not counted.
 * Undefined where the sizes don't fit together. Flink: WorkerResourceSpec, KubernetesTaskManagerParameters.
 */
export function taskManagerAsks(spec: ClusterSpec): PodAsks | undefined {
  const memory = specMemory(spec).taskManager?.totalProcess;
  const options = readerOf(spec);
  if (memory === undefined || options === undefined) return undefined;
  const cpuGiven = options.get(kubernetes.taskManagerCpu);
  // One core for each slot, where nothing is said.
  const cpu = cpuGiven > 0 ? cpuGiven : options.get(taskSlots);
  const requests = { cpu, memory: Number(memory) };
  const limits = {
    cpu: cpu * options.get(kubernetes.taskManagerCpuLimitFactor),
    memory: Number(memory) * options.get(kubernetes.taskManagerMemoryLimitFactor),
  };
  return {
    process: "TaskManager",
    replicas: 1,
    requests,
    limits,
    container: limits,
    nodeSelector: Object.fromEntries(options.get(nodeSelector)),
    tolerated: options.get(tolerations).map((pairs) => new Map(pairs).get("key") ?? ""),
  };
}

/** What can't be read counts as not given: the rendering says what is wrong with it. */
function readerOf(spec: ClusterSpec): OptionReader | undefined {
  const rules = flinkRules(spec.flinkVersion);
  if (!rules) return undefined;
  try {
    const client = clientConfiguration(spec, rules, undefined);
    return new OptionReader(client.configuration, grammarOf(client, rules), () => undefined);
  } catch {
    return undefined;
  }
}
