import type { ObservedState, ReasonCode } from "../cluster-view.schema.ts";
import { type Pod, timeOf } from "./cluster-objects.ts";
import { bytesText, parseQuantity } from "./quantity.ts";

const textLimit = 1000;

type ContainerStatus = NonNullable<NonNullable<Pod["status"]>["containerStatuses"]>[number];

/** What one pod does and, unless it runs, why not: the fact first. From its conditions and container states alone. */
export function observePod(pod: Pod): ObservedState {
  const since = timeOf(pod.metadata?.creationTimestamp);
  if (pod.metadata?.deletionTimestamp !== undefined)
    return { state: "deleting", code: "deleting", reason: "Is ending" };
  return unplaced(pod) ?? broken(pod) ?? ended(pod) ?? comingUp(pod) ?? running(pod, since);
}

function unplaced(pod: Pod): ObservedState | undefined {
  const placed = pod.status?.conditions?.find(({ type }) => type === "PodScheduled");
  if (placed?.status !== "False") return undefined;
  const since = timeOf(placed.lastTransitionTime ?? undefined);
  return {
    state: "pending",
    code: "unschedulable",
    reason: whatIsMissing(pod, placed.message ?? ""),
    ...(placed.message !== undefined && { detail: cut(placed.message) }),
    ...(since !== undefined && { since }),
  };
}

/** The scheduler tells what is short only in its message: `0/9 nodes are available: 7 Insufficient memory, …`. */
function whatIsMissing(pod: Pod, message: string): string {
  const short = [...message.matchAll(/Insufficient (\w[\w/-]*(?:\.[\w/-]+)*)/g)].map((match) => match[1]);
  const requests = requestsOf(pod);
  if (short.includes("memory")) return `Needs ${bytesText(requests.memory)} of memory, no node has it`;
  if (short.includes("cpu")) return `Needs ${requests.cpu} CPU, no node has it`;
  if (short[0] !== undefined) return `Needs ${short[0]}, no node has it`;
  return message === "" ? "No node takes it" : cut(message, 160);
}

const failingReasons: Readonly<Record<string, ReasonCode>> = {
  ErrImagePull: "image-not-found",
  ImagePullBackOff: "image-not-found",
  ErrImageNeverPull: "image-not-found",
  InvalidImageName: "image-name-invalid",
  CreateContainerConfigError: "container-configuration",
  CreateContainerError: "container-configuration",
  RunContainerError: "container-configuration",
  CrashLoopBackOff: "crash-loop",
};

function broken(pod: Pod): ObservedState | undefined {
  for (const status of statusesOf(pod)) {
    const waiting = status.state?.waiting;
    const code = failingReasons[waiting?.reason ?? ""];
    if (code === undefined) continue;
    const message = waiting?.message;
    const since = timeOf(status.lastState?.terminated?.finishedAt);
    return {
      state: "failing",
      code,
      reason: code === "crash-loop" ? crashText(status) : brokenText(code, status, message),
      ...detailOf(code === "crash-loop" ? status.lastState?.terminated?.message : message),
      ...(since !== undefined && { since }),
    };
  }
  return undefined;
}

function brokenText(code: ReasonCode, status: ContainerStatus, message: string | undefined): string {
  if (code === "image-name-invalid") return `Not the name of an image: ${status.image}`;
  if (code === "container-configuration") return `Container can't be made: ${cut(message ?? "no reason given", 160)}`;
  // The registry's answer has no code of its own in the status.
  const missing = /not found|does not exist|not present/i.test(message ?? "");
  return missing ? `Image not found: ${status.image}` : `Image can't be pulled: ${status.image}`;
}

function crashText(status: ContainerStatus): string {
  const restarts = `${status.restartCount} restart${status.restartCount === 1 ? "" : "s"}`;
  const last = status.lastState?.terminated ?? status.state?.terminated;
  const lastLine = last?.message?.trim().split("\n").at(-1)?.trim();
  const why = last?.reason === "OOMKilled" ? "out of memory" : (lastLine ?? `exit code ${last?.exitCode ?? "unknown"}`);
  return `Crash loop, ${restarts}: ${cut(why, 160)}`;
}

/** A container that has ended with an error, between two restarts, or for good. */
function ended(pod: Pod): ObservedState | undefined {
  const reason = pod.status?.reason;
  const phase = pod.status?.phase;
  const failed = statusesOf(pod).find(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0);
  if (failed !== undefined) {
    const code = failed.restartCount > 0 ? "crash-loop" : "container-failed";
    const exit = `Ended with exit code ${failed.state?.terminated?.exitCode}`;
    const text = failed.state?.terminated?.reason === "OOMKilled" ? "Ended: out of memory" : exit;
    return {
      state: "failing",
      code,
      reason: failed.restartCount > 0 ? crashText(failed) : text,
      ...detailOf(failed.state?.terminated?.message),
    };
  }
  if (phase !== "Failed") return undefined;
  return {
    state: "failing",
    code: "container-failed",
    reason: reason ? `Ended: ${cut(reason, 100)}` : "Ended with an error",
    ...detailOf(pod.status?.message),
  };
}

function comingUp(pod: Pod): ObservedState | undefined {
  const statuses = pod.status?.containerStatuses ?? [];
  if (statuses.length > 0 && statuses.every(({ state }) => state?.running !== undefined)) return undefined;
  if (pod.status?.phase === "Succeeded") return undefined;
  const initialising = (pod.status?.initContainerStatuses ?? []).some(({ ready }) => !ready);
  const since = timeOf(pod.status?.startTime ?? pod.metadata?.creationTimestamp);
  return {
    state: "starting",
    code: "pod-starting",
    reason: initialising ? "Init containers run" : "Containers are being made",
    ...(since !== undefined && { since }),
  };
}

function running(pod: Pod, createdAt: number | undefined): ObservedState {
  const starts = statusesOf(pod).flatMap(({ state }) => timeOf(state?.running?.startedAt) ?? []);
  const since = starts.length > 0 ? Math.max(...starts) : createdAt;
  return { state: "running", code: "rest-answers", reason: "Running", ...(since !== undefined && { since }) };
}

function statusesOf(pod: Pod): ContainerStatus[] {
  return [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
}

export const restartsOf = (pod: Pod): number =>
  (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);

/** What a pod's containers request in sum, in cores and bytes. */
export function requestsOf(pod: Pod): { cpu: number; memory: number } {
  const sum = (resource: "cpu" | "memory") =>
    (pod.spec?.containers ?? []).reduce(
      (total, { resources }) => total + (parseQuantity(resources?.requests?.[resource]) ?? 0),
      0,
    );
  return { cpu: sum("cpu"), memory: sum("memory") };
}

const detailOf = (message: string | undefined) => (message ? { detail: cut(message) } : {});

export const cut = (text: string, limit = textLimit): string =>
  text.length > limit ? `${text.slice(0, limit)}…` : text;
