import type { Caller, ClusterAddress } from "../caller.ts";
import type { Kinds } from "../kubernetes/kubernetes-door.ts";
import type { ClusterEvents, EventView } from "./cluster-view.schema.ts";
import { type ClusterObjects, timeOf } from "./parts/cluster-objects.ts";
import { findCluster } from "./parts/find-cluster.ts";
import { cut } from "./parts/observe-pod.ts";

type Event = Kinds["Event"];

const mostObjects = 40;
const mostOfOne = 100;
const mostEvents = 300;

/**
 * Kubernetes events of a cluster's objects, newest first.
 *
 * Events carry no label of Flink, so they can't be watched with the rest; they are asked for by the object's name: the
 * Deployment and Service of the cluster's own name, its ReplicaSets, the other Services, and the newest pods.
 */
export async function listClusterEvents(address: ClusterAddress, caller: Caller): Promise<ClusterEvents> {
  const { context, namespace } = address;
  const door = caller.kubernetes(context);
  const { objects } = await findCluster(address, caller);
  const names = namesOf(objects);
  const lists = await Promise.all(
    names
      .slice(0, mostObjects)
      .map((name) => door.list("Event", namespace, { fieldSelector: `involvedObject.name=${name}`, limit: mostOfOne })),
  );
  const events = lists
    .flatMap(({ items }) => items.map((event) => ({ made: madeOf(event), ...viewOf(event) })))
    .sort((one, other) => secondOf(other.at) - secondOf(one.at) || other.made.localeCompare(one.made, "en"))
    .map(({ made: _, ...event }) => event);
  return {
    events: events.slice(0, mostEvents),
    cut: names.length > mostObjects || events.length > mostEvents || lists.some((list) => list.cut),
  };
}

/** Most times are whole seconds. */
const secondOf = (at: number) => Math.floor(at / 1_000);

/** An event's name ends with the nanosecond of its making, in hexadecimal digits. */
const madeOf = ({ metadata }: Event) => metadata?.name?.split(".").at(-1) ?? "";

/** The Deployment and Services first, then pods from the newest on: what is cut is the oldest. */
function namesOf({ clusterId, pods, services }: ClusterObjects): string[] {
  const newest = [...pods].sort((one, other) => createdAt(other) - createdAt(one));
  const replicaSets = pods.flatMap(({ metadata }) =>
    (metadata?.ownerReferences ?? []).flatMap(({ kind, name }) => (kind === "ReplicaSet" ? [name] : [])),
  );
  const names = [
    clusterId,
    ...replicaSets,
    ...services.flatMap(({ metadata }) => metadata?.name ?? []),
    ...newest.flatMap(({ metadata }) => metadata?.name ?? []),
  ];
  return [...new Set(names)];
}

const createdAt = ({ metadata }: { metadata?: { creationTimestamp?: string } }) =>
  timeOf(metadata?.creationTimestamp) ?? 0;

function viewOf(event: Event): EventView {
  const times = [
    event.lastTimestamp,
    event.series?.lastObservedTime,
    event.eventTime,
    event.metadata?.creationTimestamp,
  ];
  const known = times.flatMap((time) => timeOf(time ?? undefined) ?? []);
  const firstAt = timeOf(event.firstTimestamp ?? undefined);
  return {
    at: known[0] ?? 0,
    ...(firstAt !== undefined && { firstAt }),
    count: event.series?.count ?? event.count ?? 1,
    type: event.type ?? "Normal",
    reason: event.reason ?? "",
    message: cut(event.message ?? ""),
    object: { kind: event.involvedObject.kind ?? "", name: event.involvedObject.name ?? "" },
  };
}
