import { readdir, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type ClusterMeta, type ContainerMeta, readClusterMeta, readContainerMeta } from "./kept-meta.ts";
import { clusterFolder, type KeptCluster } from "./kept-place.ts";
import { isSegment } from "./kept-writer.ts";

/** A container whose lines are kept. */
export interface KeptLog {
  readonly folder: string;
  readonly meta: ContainerMeta;
  readonly segments: readonly KeptSegment[];
  /** Bytes on disk, what is not compressed yet included. */
  readonly bytes: number;
}

export interface KeptSegment {
  readonly path: string;
  readonly bytes: number;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}

export interface KeptClusterLogs {
  readonly folder: string;
  readonly meta: ClusterMeta;
  readonly logs: readonly KeptLog[];
  readonly bytes: number;
}

/** What is kept of one cluster; undefined when nothing is. */
export async function keptOfCluster(root: string, cluster: KeptCluster): Promise<KeptClusterLogs | undefined> {
  return readCluster(clusterFolder(root, cluster));
}

/** All that is kept. */
export async function keptClusters(root: string): Promise<KeptClusterLogs[]> {
  const clusters: KeptClusterLogs[] = [];
  for (const context of await foldersIn(root)) {
    for (const namespace of await foldersIn(context)) {
      for (const folder of await foldersIn(namespace)) {
        const cluster = await readCluster(folder);
        if (cluster !== undefined) clusters.push(cluster);
      }
    }
  }
  return clusters;
}

/** Removes a container's log and the folders that are empty without it. */
export async function removeLog(log: KeptLog): Promise<void> {
  await rm(log.folder, { recursive: true, force: true });
  await rmdir(join(log.folder, "..")).catch(() => undefined); // not empty: the pod has other containers
}

async function readCluster(folder: string): Promise<KeptClusterLogs | undefined> {
  const meta = await readClusterMeta(folder);
  if (meta === undefined) return undefined;
  const logs: KeptLog[] = [];
  for (const pod of await foldersIn(folder)) {
    for (const container of await foldersIn(pod)) {
      const log = await readLog(container);
      if (log !== undefined) logs.push(log);
    }
  }
  return { folder, meta, logs, bytes: logs.reduce((sum, log) => sum + log.bytes, 0) };
}

async function readLog(folder: string): Promise<KeptLog | undefined> {
  const meta = await readContainerMeta(folder);
  if (meta === undefined) return undefined;
  const segments: KeptSegment[] = [];
  let bytes = 0;
  for (const name of (await readdir(folder).catch((): string[] => [])).sort()) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) continue;
    bytes += found.size;
    if (isSegment(name)) segments.push({ path, bytes: found.size, at: found.mtimeMs });
  }
  return { folder, meta, segments, bytes };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}
