import { ConsoleError } from "../../errors.ts";
import { flinkSelector, type KubernetesDoor, type Pod, podsOfCluster } from "./container-target.ts";

/** Throws `not-permitted` when this person may not read the logs of a namespace, whether they are live or kept. */
export async function checkMayReadLogs(door: KubernetesDoor, namespace: string): Promise<void> {
  const may = await door.may({ verb: "get", resource: "pods", subresource: "log", namespace });
  if (!may) throw new ConsoleError({ kind: "not-permitted", verb: "get", resource: "pods/log", namespace });
}

/** The pods of a cluster; throws `not-permitted` when pods may not be seen. */
export async function readPods(door: KubernetesDoor, namespace: string, clusterId: string): Promise<Pod[]> {
  const watched = await door.watchedSoon("Pod", flinkSelector, 5_000);
  if (watched.refused) throw new ConsoleError({ kind: "not-permitted", verb: "list", resource: "pods", namespace });
  return podsOfCluster(watched.items, namespace, clusterId);
}
