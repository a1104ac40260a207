import type { Caller } from "../caller.ts";
import { env } from "../env.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { checkMayReadLogs, readPods } from "./parts/check-access.ts";
import { type Pod, roleOf, targetsOf } from "./parts/container-target.ts";
import { type KeptClusterLogs, type KeptLog, keptOfCluster } from "./parts/kept/kept-store.ts";
import { keptRange } from "./parts/kept/read-kept.ts";
import type { LogPod, listLogPodsOperation } from "./schema.ts";
import { keptLogsRoot, processRecorder } from "./start-recorder.ts";

const mebibyte = 1024 * 1024;

/** The pods whose logs can be read, those that are gone among them, and what keeping logs costs. */
export async function listLogPods(
  request: RequestOf<typeof listLogPodsOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listLogPodsOperation>> {
  const { context, namespace, clusterId } = request;
  const door = caller.kubernetes(context);
  await checkMayReadLogs(door, namespace);
  const recorder = processRecorder();
  recorder?.watch(context);
  const pods = await readPods(door, namespace, clusterId);
  const kept = await keptOfCluster(keptLogsRoot(), request);
  const uids = new Set(pods.map(({ metadata }) => metadata?.uid));
  const gone = (kept?.logs ?? []).filter(({ meta }) => !uids.has(meta.uid));
  return {
    pods: [...pods.map((pod) => presentPod(pod, kept)), ...(await gonePods(gone))],
    keeping: {
      on: recorder !== undefined && kept?.meta.keep !== false,
      possible: recorder !== undefined,
      bytes: kept?.bytes ?? 0,
      budgetBytes: env.DREY_KEEP_LOGS_CLUSTER_MIB * mebibyte,
      totalBytes: recorder?.totalBytes ?? 0,
      totalBudgetBytes: env.DREY_KEEP_LOGS_TOTAL_MIB * mebibyte,
      ageDays: env.DREY_KEEP_LOGS_DAYS,
    },
  };
}

function presentPod(pod: Pod, kept: KeptClusterLogs | undefined): LogPod {
  const targets = targetsOf(pod, "*");
  const own = kept?.logs.filter(({ meta }) => meta.uid === pod.metadata?.uid) ?? [];
  return {
    pod: pod.metadata?.name ?? "",
    role: roleOf(pod),
    containers: targets.map(({ container }) => container),
    state: targets.every(({ state }) => state === "ended") && targets.length > 0 ? "ended" : "running",
    restarts: Math.max(0, ...targets.map(({ restarts }) => restarts)),
    keptBytes: bytesOf(own),
  };
}

/** One entry for each pod that is gone, newest first. A name that came again stands once. */
async function gonePods(logs: readonly KeptLog[]): Promise<LogPod[]> {
  const pods = await Promise.all(
    [...Map.groupBy(logs, ({ meta }) => meta.pod)].map(async ([pod, own]): Promise<LogPod | undefined> => {
      const ranges = (await Promise.all(own.map(({ folder }) => keptRange(folder)))).filter(
        (range) => range !== undefined,
      );
      const [first] = own;
      if (first === undefined || ranges.length === 0) return undefined;
      return {
        pod,
        role: first.meta.role,
        containers: [...new Set(own.map(({ meta }) => meta.container))],
        state: "kept",
        restarts: Math.max(...own.map(({ meta }) => meta.restarts)),
        keptBytes: bytesOf(own),
        from: ranges.map(({ from }) => from).sort()[0],
        to: ranges
          .map(({ to }) => to)
          .sort()
          .at(-1),
      };
    }),
  );
  return pods.filter((pod) => pod !== undefined).sort((one, other) => ((one.to ?? "") < (other.to ?? "") ? 1 : -1));
}

const bytesOf = (logs: readonly KeptLog[]) => logs.reduce((sum, { bytes }) => sum + bytes, 0);
