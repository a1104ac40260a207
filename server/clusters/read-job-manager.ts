import type { Caller, ClusterAddress } from "../caller.ts";
import type { AnswerOf } from "../operation.schema.ts";
import type { readJobManagerOperation } from "./job-manager.schema.ts";

const timeoutMs = 5_000;
const used = "Status.JVM.Memory.Heap.Used";
const max = "Status.JVM.Memory.Heap.Max";

/** The leading JobManager's heap in bytes. Throws `flink-unreachable` and the like where its REST does not answer. */
export async function readJobManager(
  { context, namespace, clusterId }: ClusterAddress,
  caller: Caller,
): Promise<AnswerOf<typeof readJobManagerOperation>> {
  const door = caller.flink({ context, namespace, clusterId });
  const metrics = await door.jobManagerMetrics([used, max], AbortSignal.timeout(timeoutMs));
  const bytesOf = (name: string) => {
    const value = Number(metrics.find(({ id }) => id === name)?.value);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  const heapUsed = bytesOf(used);
  const heapMax = bytesOf(max);
  return { ...(heapUsed !== undefined && { heapUsed }), ...(heapMax !== undefined && { heapMax }) };
}
