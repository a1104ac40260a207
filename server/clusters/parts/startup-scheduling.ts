import type { StartupTrouble } from "../startup.schema.ts";
import { componentOf, type Pod } from "./cluster-objects.ts";
import { cut, requestsOf } from "./observe-pod.ts";
import { bytesText } from "./quantity.ts";

/** One of the scheduler's reasons, and on how many nodes it holds. */
export interface NodeReason {
  readonly nodes: number;
  readonly reason: string;
}

/**
 * Reads the scheduler's sentence: `0/9 nodes are available: 7 Insufficient memory, 2 node(s) had untolerated taint {a: b}.`
 * What follows about preemption is left out. Kubernetes has it nowhere else than in this text.
 */
export function readScheduling(message: string): { nodes: number; reasons: NodeReason[] } | undefined {
  const match = /^\d+\/(\d+) nodes are available: (.*?)(?:\. |\.?$)/.exec(message);
  if (match === null) return undefined;
  const reasons = [...(match[2] ?? "").matchAll(/(?:^|, )(\d+) (.+?)(?=, \d+ |$)/g)].map(([, nodes, reason]) => ({
    nodes: Number(nodes),
    reason: reason ?? "",
  }));
  return { nodes: Number(match[1]), reasons };
}

/** Why the scheduler finds no node for the pod, and what to change. */
export function unscheduledTrouble(pod: Pod): StartupTrouble | undefined {
  const placed = pod.status?.conditions?.find(({ type }) => type === "PodScheduled");
  if (placed?.status !== "False") return undefined;
  const message = placed.message ?? "";
  const read = readScheduling(message);
  const reasons = (read?.reasons ?? []).map((each) => ({ ...each, ...explain(each.reason, pod) }));
  const worst = reasons.toSorted((a, b) => b.nodes - a.nodes)[0];
  return {
    step: "pods",
    code: "unschedulable",
    fact:
      worst?.fact ??
      (placed.reason === "SchedulingGated" ? "The pod is held back by a scheduling gate." : "No node takes the pod."),
    why:
      read === undefined
        ? "The scheduler keeps looking; the pod comes by itself once a node fits."
        : `${nodesText(read.nodes)} looked at: ${reasons.map(({ nodes, words }) => `${nodes} ${words}`).join(", ")}. The pod comes by itself once a node fits.`,
    next: reasons.length === 0 ? [readOn] : [...new Set(reasons.map(({ next }) => ofComponent(next, pod)))],
    said: cut(message),
  };
}

const readOn = "Read what the scheduler says, below.";
/** Options are named after the process: `kubernetes.taskmanager.node-selector`. */
const ofComponent = (text: string, pod: Pod) =>
  componentOf(pod) === "taskmanager" ? text.replaceAll("kubernetes.jobmanager.", "kubernetes.taskmanager.") : text;

const nodesText = (nodes: number) => (nodes === 1 ? "1 node was" : `${nodes} nodes were`);

interface Explained {
  readonly fact: string;
  /** After the number of nodes. */
  readonly words: string;
  readonly next: string;
}

function explain(reason: string, pod: Pod): Explained {
  const resource = /^Insufficient (\S+)/.exec(reason)?.[1];
  if (resource !== undefined) return insufficient(resource, pod);
  const known = reasonTable.find(([pattern]) => pattern.test(reason))?.[1];
  return known ?? { fact: "No node takes the pod.", words: reason, next: readOn };
}

function insufficient(resource: string, pod: Pod): Explained {
  const { cpu, memory } = requestsOf(pod);
  const asked = resource === "memory" ? `${bytesText(memory)} of memory` : resource === "cpu" ? `${cpu} CPU` : resource;
  const thing = resource === "cpu" ? "CPU" : resource;
  return {
    fact: `No node has ${asked} free.`,
    words: `with too little ${thing} free`,
    next: `Ask for less ${thing}, free some by ending what else runs, or add a node.`,
  };
}

const reasonTable: readonly (readonly [RegExp, Explained])[] = [
  [
    /didn't match Pod's node affinity\/selector/,
    {
      fact: "No node has the labels that the pod asks for.",
      words: "without the labels of the node selector or affinity",
      next: "Correct kubernetes.jobmanager.node-selector or the template's affinity, or label a node.",
    },
  ],
  [
    /had untolerated taint/,
    {
      fact: "The nodes have taints that the pod does not tolerate.",
      words: "with a taint that it does not tolerate",
      next: "Add a toleration: kubernetes.jobmanager.tolerations.",
    },
  ],
  [
    /were unschedulable/,
    {
      fact: "The nodes take no new pods.",
      words: "cordoned",
      next: "Ask whoever runs the cluster to uncordon a node.",
    },
  ],
  [
    /Too many pods/,
    {
      fact: "The nodes have as many pods as they may.",
      words: "with all places for pods taken",
      next: "End other pods, or add a node.",
    },
  ],
  [
    /persistentvolumeclaim|volume node affinity|unbound immediate/i,
    {
      fact: "A volume of the pod is not ready.",
      words: "that can't have its volume",
      next: "Look at the pod's PersistentVolumeClaim: it must exist, be bound, and lie where the node is.",
    },
  ],
  [
    /free ports/,
    {
      fact: "The port that the pod wants on its node is taken.",
      words: "with the port taken",
      next: "Choose another port, or do without the host's network.",
    },
  ],
];
