import type { Caller } from "../caller.ts";
import { memoriesOf } from "./parts/cluster-memories.ts";
import { type ClusterObjects, clusterOf, isHighAvailabilityMap, nativeSelector } from "./parts/cluster-objects.ts";

/** What changed. `context`: only how fresh its clusters are. `rest`: what a JobManager's REST tells. */
export type ClusterChange =
  | { readonly what: "context" }
  | {
      readonly what: "deployment" | "pod" | "service" | "config" | "rest";
      readonly namespace: string;
      readonly clusterId: string;
    };

type Address = Pick<ClusterObjects, "namespace" | "clusterId">;

/** Tells about every change of a context's native clusters until the signal aborts. Many may come at once. */
export function onClusterChange(
  context: string,
  caller: Caller,
  listener: (changes: readonly ClusterChange[]) => void,
  signal: AbortSignal,
): void {
  const door = caller.kubernetes(context);
  const tell = (what: "deployment" | "pod" | "service" | "config", addresses: readonly (Address | undefined)[]) =>
    listener(addresses.flatMap((address) => (address === undefined ? [] : [{ what, ...address }])));
  const deployments = (changed: Parameters<typeof clusterOf>[0][]) =>
    changed.length === 0 ? listener([{ what: "context" }]) : tell("deployment", changed.map(clusterOf));
  door.onChange("Deployment", nativeSelector, (changed) => deployments([...changed]), signal);
  door.onChange("Pod", nativeSelector, (changed) => tell("pod", changed.map(clusterOf)), signal);
  door.onChange("Service", nativeSelector, (changed) => tell("service", changed.map(clusterOf)), signal);
  door.onChange(
    "ConfigMap",
    nativeSelector,
    // Leader election renews those of high availability every few seconds.
    (changed) => tell("config", changed.filter((map) => !isHighAvailabilityMap(map)).map(clusterOf)),
    signal,
  );
  memoriesOf(context, caller).rest.onChange(
    ({ namespace, clusterId }) => listener([{ what: "rest", namespace, clusterId }]),
    signal,
  );
}
