import type { Caller, ClusterAddress } from "../caller.ts";
import type { ClusterDetail, RestAddress, ServiceView } from "./cluster-view.schema.ts";
import { memoriesOf, observationOf, remember } from "./parts/cluster-memories.ts";
import { type ClusterObjects, type Deployment, isHighAvailabilityMap, type Service } from "./parts/cluster-objects.ts";
import { findCluster } from "./parts/find-cluster.ts";
import { configurationFileOf, optionsOf } from "./parts/flink-configuration-file.ts";
import { serviceAccountOf } from "./parts/observe-cluster.ts";
import { podViewOf } from "./parts/pod-view.ts";
import { exposedType, type Nodes, needsNodes, restAddressOf } from "./parts/rest-address.ts";
import { summarizeCluster } from "./parts/summarize-cluster.ts";
import { whereAllowed } from "./parts/where-allowed.ts";

const firstAnswerMs = 800;
const mostNodes = 500;

/** One cluster: what it is, what it is made of, and where its REST can be reached. */
export async function getCluster(address: ClusterAddress, caller: Caller): Promise<ClusterDetail> {
  const { context } = address;
  const { objects, view, siblings } = await findCluster(address, caller);
  const memories = memoriesOf(context, caller);
  remember(context, siblings, memories);
  const [restAddress] = await Promise.all([
    findRestAddress(address, objects, caller),
    memories.rest.settled(firstAnswerMs),
  ]);
  const { deployment } = objects;
  return {
    summary: summarizeCluster(context, objects, observationOf(objects, memories)),
    context: view,
    pods: objects.pods.map(podViewOf).sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true })),
    services: objects.services.map(serviceViewOf),
    configMaps: objects.configMaps.map((map) => ({
      name: map.metadata?.name ?? "",
      owned: (map.metadata?.ownerReferences ?? []).length > 0,
      highAvailability: isHighAvailabilityMap(map),
    })),
    secrets: deployment === undefined ? [] : secretsOf(deployment),
    owners: (deployment?.metadata?.ownerReferences ?? []).map(({ kind, name }) => ({ kind, name })),
    ...(restAddress && { restAddress }),
    ...(deployment && { serviceAccount: serviceAccountOf(deployment) }),
    labels: deployment?.metadata?.labels ?? {},
    annotations: deployment?.metadata?.annotations ?? {},
  };
}

function serviceViewOf(service: Service): ServiceView {
  return {
    name: service.metadata?.name ?? "",
    type: exposedType(service),
    ports: (service.spec?.ports ?? []).map(({ name, port, nodePort }) => ({
      port,
      ...(name !== undefined && { name }),
      ...(nodePort !== undefined && { nodePort }),
    })),
  };
}

async function findRestAddress(
  { context, clusterId }: ClusterAddress,
  objects: ClusterObjects,
  caller: Caller,
): Promise<RestAddress | undefined> {
  const service = objects.services.find(({ metadata }) => metadata?.name === `${clusterId}-rest`);
  if (service === undefined) return undefined;
  const file = configurationFileOf(objects);
  const nodes = needsNodes(service) ? await listNodes(context, caller) : undefined;
  return restAddressOf(service, nodes, file === undefined ? new Map() : optionsOf(file));
}

async function listNodes(context: string, caller: Caller): Promise<Nodes> {
  const nodes = caller.kubernetes(context).list("Node", undefined, { limit: mostNodes });
  return (await whereAllowed(nodes, undefined))?.items;
}

/** Names of the Secrets that its pods use. Their contents are never read. */
function secretsOf({ spec }: Deployment): string[] {
  const pod = spec?.template.spec;
  const containers = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
  const names = [
    ...(pod?.volumes ?? []).flatMap(({ secret }) => secret?.secretName ?? []),
    ...containers.flatMap(({ envFrom }) => (envFrom ?? []).flatMap(({ secretRef }) => secretRef?.name ?? [])),
    ...containers.flatMap(({ env }) => (env ?? []).flatMap(({ valueFrom }) => valueFrom?.secretKeyRef?.name ?? [])),
    ...(pod?.imagePullSecrets ?? []).flatMap(({ name }) => name ?? []),
  ];
  return [...new Set(names)].sort();
}
