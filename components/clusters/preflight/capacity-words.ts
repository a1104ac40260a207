import type { CapacityView } from "#server/clusters/capacity.schema.ts";
import { bytesText } from "../../ui/quantities.tsx";
import { listText } from "./rights-words.ts";

type Unit = CapacityView["quotas"][number]["rows"][number]["unit"];

export function amountText(value: number, unit: Unit): string {
  if (unit === "bytes") return bytesText(value);
  return `${Number(value.toFixed(2))}${unit === "cores" ? " CPU" : ""}`;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** «The quota leaves 3 TaskManagers.» */
export function quotaText({ quotaTaskManagers, unseen }: CapacityView): string {
  if (quotaTaskManagers !== undefined) return `The quota leaves ${counted(quotaTaskManagers, "TaskManager")}.`;
  return unseen.includes("quotas") ? "" : "No quota bounds its pods.";
}

/** «2 of 3 nodes take a TaskManager; 7 fit beside the JobManager now.» */
export function nodesText({ nodes }: CapacityView): string {
  if (nodes === undefined) return "";
  const all = nodes.cut ? `the first ${nodes.all} nodes` : counted(nodes.all, "node");
  const largest = `the largest has ${amountText(nodes.largest.cpu, "cores")} and ${bytesText(nodes.largest.memory)} for pods`;
  return `${nodes.usable} of ${all} ${nodes.usable === 1 ? "takes" : "take"} a TaskManager; ${freeText(nodes)}${largest}.`;
}

function freeText({ jobManagerFits, taskManagers }: NonNullable<CapacityView["nodes"]>): string {
  if (jobManagerFits === false) return "no node has room for the JobManager now: it would wait; ";
  return taskManagers === undefined ? "" : `${taskManagers} fit beside the JobManager now; `;
}

const parts = {
  quotas: "the namespace's quotas",
  limits: "its LimitRanges",
  nodes: "the nodes",
  pods: "the pods on the nodes",
} as const;

/** What may not be looked at, so that silence is not taken for room. */
export function unseenText({ unseen }: CapacityView): string | undefined {
  if (unseen.length === 0) return undefined;
  return `Not seen, because you may not list them: ${listText(unseen.map((part) => parts[part]))}.`;
}
