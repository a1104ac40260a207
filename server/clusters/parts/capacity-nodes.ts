import type { Kinds } from "../../kubernetes/kubernetes-door.ts";
import type { CapacityView } from "../capacity.schema.ts";
import type { PodAsks } from "./capacity-requests.ts";
import { bytesText, parseQuantity } from "./quantity.ts";

type Warning = CapacityView["warnings"][number];

/** A node as far as it matters to where a pod fits. Cores and bytes. */
export interface SeenNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly cordoned: boolean;
  /** Keys of taints that keep pods away. */
  readonly taints: readonly string[];
  readonly allocatable: { readonly cpu: number; readonly memory: number; readonly pods: number };
  /** What pods on it ask for already; undefined where pods may not be listed. */
  readonly taken: { readonly cpu: number; readonly memory: number; readonly pods: number } | undefined;
}

/** `pods` are those on the node that have not ended. */
export function seenNode(node: Kinds["Node"], pods: readonly Kinds["Pod"][] | undefined): SeenNode {
  const name = node.metadata?.name ?? "";
  const allocatable = node.status?.allocatable;
  return {
    name,
    labels: node.metadata?.labels ?? {},
    cordoned: node.spec?.unschedulable === true,
    taints: (node.spec?.taints ?? []).filter(({ effect }) => effect !== "PreferNoSchedule").map(({ key }) => key),
    allocatable: {
      cpu: parseQuantity(allocatable?.["cpu"]) ?? 0,
      memory: parseQuantity(allocatable?.["memory"]) ?? 0,
      pods: parseQuantity(allocatable?.["pods"]) ?? 110,
    },
    taken: pods && takenBy(pods),
  };
}

function takenBy(pods: readonly Kinds["Pod"][]) {
  const requests = pods.flatMap(({ spec }) => (spec?.containers ?? []).map(({ resources }) => resources?.requests));
  const sum = (resource: "cpu" | "memory") =>
    requests.reduce((total, request) => total + (parseQuantity(request?.[resource]) ?? 0), 0);
  return { cpu: sum("cpu"), memory: sum("memory"), pods: pods.length };
}

/** Nodes whose labels, taints and cordon let the pod in, whatever is free on them. */
export function usableNodes(nodes: readonly SeenNode[], pod: PodAsks): SeenNode[] {
  const tolerates = (key: string) => pod.tolerated.some((tolerated) => tolerated === "" || tolerated === key);
  return nodes.filter(
    ({ labels, cordoned, taints }) =>
      !cordoned &&
      taints.every(tolerates) &&
      Object.entries(pod.nodeSelector).every(([key, value]) => labels[key] === value),
  );
}

const slack = 1e-6;

/** How many such pods fit into what is free now; undefined where that is not known of a node. */
export function podsThatFit(nodes: readonly SeenNode[], { requests }: PodAsks): number | undefined {
  let sum = 0;
  for (const { allocatable, taken } of nodes) {
    if (taken === undefined) return undefined;
    const fit = Math.min(
      requests.cpu > 0 ? (allocatable.cpu - taken.cpu) / requests.cpu : Number.POSITIVE_INFINITY,
      requests.memory > 0 ? (allocatable.memory - taken.memory) / requests.memory : Number.POSITIVE_INFINITY,
      allocatable.pods - taken.pods,
    );
    sum += Math.max(0, Math.floor(fit + slack));
  }
  return sum;
}

/**
 * The nodes as they are once these pods are placed, each where most memory is free, as the scheduler's default does about.
 * Undefined where one of them finds no room now, or what is free is not known.
 */
export function afterPlacing(nodes: readonly SeenNode[], pod: PodAsks): SeenNode[] | undefined {
  let now: SeenNode[] | undefined = [...nodes];
  for (let placed = 0; placed < pod.replicas && now !== undefined; placed += 1) now = placeOne(now, pod);
  return now;
}

function placeOne(nodes: readonly SeenNode[], pod: PodAsks): SeenNode[] | undefined {
  const free = ({ allocatable, taken }: SeenNode) => allocatable.memory - (taken?.memory ?? allocatable.memory);
  const fitting = usableNodes(nodes, pod).filter((node) => (podsThatFit([node], pod) ?? 0) > 0);
  const [best] = fitting.toSorted((one, other) => free(other) - free(one));
  if (best?.taken === undefined) return undefined;
  const { cpu, memory, pods } = best.taken;
  const { requests } = pod;
  const taken = { cpu: cpu + requests.cpu, memory: memory + requests.memory, pods: pods + 1 };
  return nodes.map((node) => (node === best ? { ...node, taken } : node));
}

export const largestOf = (nodes: readonly SeenNode[]) => ({
  cpu: Math.max(0, ...nodes.map(({ allocatable }) => allocatable.cpu)),
  memory: Math.max(0, ...nodes.map(({ allocatable }) => allocatable.memory)),
});

/** Pods that no node can hold however empty it is: they would wait for ever. */
export function nodeWarnings(nodes: readonly SeenNode[], pod: PodAsks): Warning[] {
  const option = pod.process === "TaskManager" ? "taskmanager" : "jobmanager";
  const usable = usableNodes(nodes, pod);
  if (usable.length === 0) {
    return [
      {
        field: `kubernetes.${option}.node-selector`,
        code: "no-node-takes-it",
        detail: `None of ${nodes.length} nodes takes a ${pod.process}: their labels, taints or cordons keep it away.`,
      },
    ];
  }
  const { requests } = pod;
  const holds = usable.some(
    ({ allocatable }) => allocatable.cpu + slack >= requests.cpu && allocatable.memory >= requests.memory,
  );
  if (holds) return [];
  const largest = largestOf(usable);
  const short = requests.memory > largest.memory ? "memory" : "cpu";
  return [
    {
      field: short === "memory" ? `${option}.memory.process.size` : `kubernetes.${option}.cpu.amount`,
      code: "no-node-can-hold",
      detail: `No node can hold a ${pod.process}: it asks for ${requests.cpu} CPU and ${bytesText(requests.memory)}, the largest node has ${Number(largest.cpu.toFixed(2))} CPU and ${bytesText(largest.memory)} for pods.`,
    },
  ];
}
