import type { Caller } from "../caller.ts";
import type { Kinds } from "../kubernetes/kubernetes-door.ts";
import type { RequestOf } from "../operation.schema.ts";
import { processWide } from "../process-wide.ts";
import type { CapacityView, readCapacityOperation } from "./capacity.schema.ts";
import {
  afterPlacing,
  largestOf,
  nodeWarnings,
  podsThatFit,
  type SeenNode,
  seenNode,
  usableNodes,
} from "./parts/capacity-nodes.ts";
import { limitWarnings, quotasFor, quotaWarnings, taskManagersLeft } from "./parts/capacity-quota.ts";
import { jobManagerAsks, type PodAsks, taskManagerAsks } from "./parts/capacity-requests.ts";
import { render } from "./parts/render.ts";
import { whereAllowed } from "./parts/where-allowed.ts";

type Door = ReturnType<Caller["kubernetes"]>;

const mostNodes = 500;
const mostPods = 5_000;
const nodesGoodForMs = 20_000;

/**
 * What the namespace's quotas and limits and the nodes leave for a spec's pods, and what can't work out. Nothing of it is
 * certain to hold a moment later, so it only warns. A spec that is refused has no pods to find room for.
 */
export async function readCapacity(
  { context, spec }: RequestOf<typeof readCapacityOperation>,
  caller: Caller,
): Promise<CapacityView> {
  const rendering = render(spec);
  if (rendering.kind === "refused") return { quotas: [], warnings: [], unseen: [] };
  const door = caller.kubernetes(context);
  const { namespace } = rendering;
  const [quotas, ranges, nodes] = await Promise.all([
    whereAllowed(door.list("ResourceQuota", namespace), undefined),
    whereAllowed(door.list("LimitRange", namespace), undefined),
    nodesOf(context, caller),
  ]);
  return capacityView({ quotas, ranges, nodes }, jobManagerAsks(rendering), taskManagerAsks(spec));
}

/** Undefined is what may not be looked at. */
interface Seen {
  readonly quotas: { readonly items: readonly Kinds["ResourceQuota"][] } | undefined;
  readonly ranges: { readonly items: readonly Kinds["LimitRange"][] } | undefined;
  readonly nodes: Nodes | undefined;
}

function capacityView(seen: Seen, jobManager: PodAsks | undefined, taskManager: PodAsks | undefined): CapacityView {
  const { nodes } = seen;
  const pods = [jobManager, taskManager].filter((pod) => pod !== undefined);
  const quotas = quotasFor(seen.quotas?.items ?? [], jobManager, taskManager);
  const left = taskManager && taskManagersLeft(quotas);
  return {
    ...(jobManager && { jobManager: jobManager.requests }),
    ...(taskManager && { taskManager: taskManager.requests }),
    quotas,
    ...(left !== undefined && { quotaTaskManagers: left }),
    ...(nodes && taskManager && { nodes: nodesView(nodes, jobManager, taskManager) }),
    warnings: [
      ...(nodes && !nodes.cut ? pods.flatMap((pod) => nodeWarnings(nodes.nodes, pod)) : []),
      ...quotaWarnings(quotas),
      ...limitWarnings(seen.ranges?.items ?? [], pods),
    ],
    unseen: unseenOf(seen),
  };
}

function unseenOf({ quotas, ranges, nodes }: Seen): CapacityView["unseen"] {
  const unseen: CapacityView["unseen"] = [];
  if (quotas === undefined) unseen.push("quotas");
  if (ranges === undefined) unseen.push("limits");
  if (nodes === undefined) unseen.push("nodes");
  else if (!nodes.podsSeen) unseen.push("pods");
  return unseen;
}

interface Nodes {
  readonly nodes: readonly SeenNode[];
  readonly podsSeen: boolean;
  readonly cut: boolean;
}

function nodesView(
  { nodes, cut, podsSeen }: Nodes,
  jobManager: PodAsks | undefined,
  taskManager: PodAsks,
): NonNullable<CapacityView["nodes"]> {
  const usable = usableNodes(nodes, taskManager);
  const placed = jobManager === undefined ? nodes : afterPlacing(nodes, jobManager);
  const fit = placed && podsThatFit(usableNodes(placed, taskManager), taskManager);
  return {
    usable: usable.length,
    all: nodes.length,
    largest: largestOf(usable),
    ...(podsSeen && { jobManagerFits: placed !== undefined }),
    ...(podsSeen && fit !== undefined && { taskManagers: fit }),
    cut,
  };
}

const kept = processWide("capacity.nodes", () => new Map<string, { at: number; nodes: Promise<Nodes | undefined> }>());

/** Nodes and their pods are long lists and change slowly: while somebody types, one look in a while is enough. */
function nodesOf(context: string, caller: Caller): Promise<Nodes | undefined> {
  const key = JSON.stringify([caller.identity.kind, caller.identity.name, context]);
  const now = Date.now();
  for (const [other, { at }] of kept) if (now - at > nodesGoodForMs) kept.delete(other);
  const known = kept.get(key);
  if (known !== undefined) return known.nodes;
  const nodes = lookAtNodes(caller.kubernetes(context));
  kept.set(key, { at: now, nodes });
  nodes.catch(() => kept.delete(key));
  return nodes;
}

async function lookAtNodes(door: Door): Promise<Nodes | undefined> {
  const living = "status.phase!=Succeeded,status.phase!=Failed";
  const [nodes, pods] = await Promise.all([
    whereAllowed(door.list("Node", undefined, { limit: mostNodes }), undefined),
    whereAllowed(door.list("Pod", undefined, { limit: mostPods, fieldSelector: living }), undefined),
  ]);
  if (nodes === undefined) return undefined;
  // Some of the pods tell nothing about what is free.
  const all = pods === undefined || pods.cut ? undefined : pods.items;
  const byNode = all && Map.groupBy(all, ({ spec }) => spec?.nodeName ?? "");
  const seen = nodes.items.map((node) => seenNode(node, byNode && (byNode.get(node.metadata?.name ?? "") ?? [])));
  return { nodes: seen, podsSeen: byNode !== undefined, cut: nodes.cut };
}
