import type { ClusterAddress } from "../../caller.ts";
import { processWide } from "../../process-wide.ts";

/** Jobs that somebody asked to cancel and that Flink has not ended yet, and when. */
const asked = processWide("jobs.cancels", () => new Map<string, number>());

const keyOf = ({ context, namespace, clusterId }: ClusterAddress, jobId: string): string =>
  [context, namespace, clusterId, jobId].join("\n");

export const cancelAskedAt = (cluster: ClusterAddress, jobId: string): number | undefined =>
  asked.get(keyOf(cluster, jobId));

export function noteCancel(cluster: ClusterAddress, jobId: string): void {
  asked.set(keyOf(cluster, jobId), Date.now());
}

export function forgetCancel(cluster: ClusterAddress, jobId: string): void {
  asked.delete(keyOf(cluster, jobId));
}
