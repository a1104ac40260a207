import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { checkMayReadLogs, readPods } from "./parts/check-access.ts";
import { type Pod, roleOf, targetsOf } from "./parts/container-target.ts";
import type { LogPod, listLogPodsOperation } from "./schema.ts";

/** The pods whose logs can be read: those that are there, and those whose logs were kept. */
export async function listLogPods(
  request: RequestOf<typeof listLogPodsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listLogPodsOperation>> {
  const { context, namespace, clusterId } = request;
  const door = caller.kubernetes(context);
  await checkMayReadLogs(door, namespace);
  const pods = await readPods(door, namespace, clusterId);
  return {
    pods: pods.map(logPodOf),
    keeping: {
      on: false,
      possible: false,
      bytes: 0,
      budgetBytes: 0,
      totalBytes: 0,
      totalBudgetBytes: 0,
      ageDays: 0,
    },
  };
}

function logPodOf(pod: Pod): LogPod {
  const targets = targetsOf(pod, "*");
  return {
    pod: pod.metadata?.name ?? "",
    role: roleOf(pod),
    containers: targets.map(({ container }) => container),
    state: targets.some(({ state }) => state !== "ended") ? "running" : "ended",
    restarts: Math.max(0, ...targets.map(({ restarts }) => restarts)),
    keptBytes: 0,
  };
}
