import { rm } from "node:fs/promises";
import { type KeptClusterLogs, type KeptLog, type KeptSegment, keptClusters, removeLog } from "./kept-store.ts";
import { readSegmentIndex } from "./segment-file.ts";

export interface KeepingLimits {
  readonly clusterBytes: number;
  readonly totalBytes: number;
  readonly ageMs: number;
}

/** Says that the lines of a container between two times are gone. */
export type NoteRemoved = (log: KeptLog, removed: { from: string; to: string }) => Promise<void>;

interface Removable {
  readonly log: KeptLog;
  readonly segment: KeptSegment;
}

/**
 * Removes the oldest segments until every cluster, and all of them together, are within their space and age. Answers the
 * bytes that are left.
 */
export async function keepWithin(root: string, limits: KeepingLimits, now: number, note: NoteRemoved): Promise<number> {
  let total = 0;
  const left: Removable[] = [];
  for (const cluster of await keptClusters(root)) {
    const kept = await shrink(byAge(cluster), cluster.bytes, limits.clusterBytes, now - limits.ageMs, note);
    left.push(...kept.left);
    total += kept.bytes;
    await removeForgotten(cluster, now - limits.ageMs);
  }
  left.sort((one, other) => one.segment.at - other.segment.at);
  return (await shrink(left, total, limits.totalBytes, 0, note)).bytes;
}

function byAge(cluster: KeptClusterLogs): Removable[] {
  const all = cluster.logs.flatMap((log) => log.segments.map((segment) => ({ log, segment })));
  return all.sort((one, other) => one.segment.at - other.segment.at);
}

async function shrink(
  oldestFirst: readonly Removable[],
  bytes: number,
  most: number,
  oldest: number,
  note: NoteRemoved,
) {
  let left = bytes;
  let removed = 0;
  for (const { log, segment } of oldestFirst) {
    if (left <= most && segment.at >= oldest) break;
    const index = await readSegmentIndex(segment.path).catch(() => undefined);
    if (index !== undefined) {
      const from = log.meta.removed?.from ?? index.frames[0]?.first ?? index.last.at;
      await note(log, { from, to: index.last.at });
    }
    await rm(segment.path, { force: true });
    left -= segment.bytes;
    removed++;
  }
  return { bytes: left, left: oldestFirst.slice(removed) };
}

/** A pod that is gone, with nothing left of its log since longer than logs are kept. */
async function removeForgotten(cluster: KeptClusterLogs, oldest: number): Promise<void> {
  for (const log of cluster.logs) {
    const hasOld = log.segments.every(({ at }) => at < oldest);
    const to = log.meta.removed?.to;
    if (log.meta.ended && hasOld && to !== undefined && Date.parse(to.slice(0, 19)) < oldest) await removeLog(log);
  }
}
