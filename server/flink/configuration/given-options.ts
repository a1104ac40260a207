import { localKeys } from "./client-keys.ts";

interface Name {
  readonly clusterId: string;
  readonly namespace: string;
}

/** What the client sets by itself in every file that it ships, whatever was asked for. */
const own = new Set([
  "execution.target",
  "internal.cluster.execution-mode",
  "kubernetes.internal.jobmanager.entrypoint.class",
]);

/**
 * The options that somebody gave, out of those that Flink's client shipped: without those that it sets itself, and
 * without those that the distribution's file says anyway.
 *
 * Flink: KubernetesClusterDescriptor.deployClusterInternal, and what it calls; the reverse of `setClientKeys`.
 * @param shipped flat keys and texts, as the ConfigMap has them
 * @param stock the same of the distribution's file
 */
export function givenOptions(
  shipped: ReadonlyMap<string, string>,
  stock: ReadonlyMap<string, string>,
  { clusterId, namespace }: Name,
): Map<string, string> {
  const fixed: Readonly<Record<string, string>> = {
    "blob.server.port": "6124",
    "taskmanager.rpc.port": "6122",
    "rest.bind-port": "8081",
    "jobmanager.rpc.address": `${clusterId}.${namespace}`,
    "high-availability.cluster-id": clusterId,
    "high-availability.jobmanager.port": shipped.get("jobmanager.rpc.port") ?? "6123",
  };
  const isOwn = (key: string, value: string) => own.has(key) || key.startsWith("$internal.") || fixed[key] === value;
  const given = [...shipped].filter(([key, value]) => !isOwn(key, value) && stock.get(key) !== value);
  return new Map(given);
}

/** Whether the client began with a file that does not say all that the distribution's says. */
export function leavesStockOut(shipped: ReadonlyMap<string, string>, stock: ReadonlyMap<string, string>): boolean {
  return [...stock.keys()].some((key) => !shipped.has(key) && !localKeys.has(key));
}
