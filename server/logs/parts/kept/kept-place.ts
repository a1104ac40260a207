import { createHash } from "node:crypto";
import { join } from "node:path";

export interface KeptCluster {
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
}

export interface KeptContainer {
  readonly pod: string;
  readonly uid: string;
  readonly container: string;
}

/** A name as one folder: whatever is in it, it leads nowhere else. Too long ones are told apart by a hash. */
function folderOf(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(".", "%2E").replaceAll("*", "%2A");
  if (encoded.length <= 200) return encoded;
  return `${encoded.slice(0, 120)}~${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
}

export function clusterFolder(root: string, { context, namespace, clusterId }: KeptCluster): string {
  return join(root, folderOf(context), folderOf(namespace), folderOf(clusterId));
}

/** A pod of the same name may come again: its uid tells it apart. */
export function containerFolder(cluster: string, { pod, uid, container }: KeptContainer): string {
  return join(cluster, `${folderOf(pod)}~${folderOf(uid.slice(0, 8))}`, folderOf(container));
}
