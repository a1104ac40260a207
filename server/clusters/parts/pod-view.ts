import type { PodView } from "../cluster-view.schema.ts";
import { componentOf, type Pod, timeOf } from "./cluster-objects.ts";
import { cut, observePod, requestsOf, restartsOf } from "./observe-pod.ts";
import { parseQuantity } from "./quantity.ts";

type ContainerView = PodView["containers"][number];
type ContainerStatus = NonNullable<NonNullable<Pod["status"]>["containerStatuses"]>[number];

/** A pod as the cluster's page shows it. */
export function podViewOf(pod: Pod): PodView {
  const { state, reason } = observePod(pod);
  const node = pod.spec?.nodeName;
  const ip = pod.status?.podIP;
  return {
    name: pod.metadata?.name ?? "",
    component: componentOf(pod),
    state,
    ...(state !== "running" && { reason }),
    phase: pod.status?.phase ?? "Unknown",
    ...(node !== undefined && { node }),
    ...(ip !== undefined && { ip }),
    createdAt: timeOf(pod.metadata?.creationTimestamp) ?? 0,
    restarts: restartsOf(pod),
    requests: requestsOf(pod),
    limits: limitsOf(pod),
    containers: containersOf(pod),
  };
}

/** Nothing limits a pod of which one container has no limit. */
function limitsOf(pod: Pod): PodView["limits"] {
  const sum = (resource: "cpu" | "memory") => {
    const limits = (pod.spec?.containers ?? []).map(({ resources }) => parseQuantity(resources?.limits?.[resource]));
    return limits.reduce((total, limit) => (total === undefined || limit === undefined ? undefined : total + limit), 0);
  };
  const cpu = sum("cpu");
  const memory = sum("memory");
  return { ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) };
}

function containersOf(pod: Pod): ContainerView[] {
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  const specs = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
  return specs.map(({ name, image }) => {
    const status = statuses.find((one) => one.name === name);
    return { name, image: status?.image || image || "", ...containerState(status) };
  });
}

function containerState(status: ContainerStatus | undefined): Omit<ContainerView, "name" | "image"> {
  const { waiting, terminated } = status?.state ?? {};
  const reason = waiting?.reason ?? terminated?.reason;
  const message = waiting?.message ?? terminated?.message;
  const last = lastTerminationOf(status);
  return {
    ready: status?.ready ?? false,
    restarts: status?.restartCount ?? 0,
    state: stateWord(status),
    ...(reason !== undefined && { reason }),
    ...(message !== undefined && { message: cut(message) }),
    ...(last && { lastTermination: last }),
  };
}

function stateWord(status: ContainerStatus | undefined): ContainerView["state"] {
  const { waiting, running, terminated } = status?.state ?? {};
  if (running) return "running";
  if (terminated) return "terminated";
  return waiting ? "waiting" : "unknown";
}

function lastTerminationOf(status: ContainerStatus | undefined): ContainerView["lastTermination"] {
  const last = status?.lastState?.terminated;
  if (!last) return undefined;
  const at = timeOf(last.finishedAt);
  return {
    exitCode: last.exitCode,
    ...(last.reason !== undefined && { reason: last.reason }),
    ...(last.message !== undefined && { message: cut(last.message) }),
    ...(at !== undefined && { at }),
  };
}
