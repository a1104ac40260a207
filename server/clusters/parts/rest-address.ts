import type { Kinds } from "../../kubernetes/kubernetes-door.ts";
import type { RestAddress } from "../cluster-view.schema.ts";
import type { Service } from "./cluster-objects.ts";

type Node = Kinds["Node"];

/** `undefined`: nodes may not be listed. */
export type Nodes = readonly Node[] | undefined;

/** Flink's name for a live Service's type: a ClusterIP of None is headless. */
export function exposedType({ spec }: Service): string {
  return spec?.clusterIP === "None" ? "Headless_ClusterIP" : (spec?.type ?? "ClusterIP");
}

export const needsNodes = (service: Service): boolean =>
  exposedType(service) === "NodePort" || (exposedType(service) === "LoadBalancer" && ingressOf(service) === undefined);

const ingressOf = ({ status }: Service): string | undefined => {
  const [first] = status?.loadBalancer?.ingress ?? [];
  return first?.ip ?? first?.hostname;
};

/**
 * Where JobManager's REST can be reached, as Flink's client computes it from the live Service.
 *
 * Flink: ServiceType.getRestEndpoint and its subclasses. A LoadBalancer without an address gets a node's with the
 * Service's own port there, which does not answer; here it has no address yet.
 */
export function restAddressOf(service: Service, nodes: Nodes, options: ReadonlyMap<string, string>): RestAddress {
  const type = exposedType(service);
  const port = service.spec?.ports?.find(({ name }) => name === "rest");
  const scheme = options.get("security.ssl.rest.enabled") === "true" ? "https" : "http";
  const inside = type === "ClusterIP" || type === "Headless_ClusterIP";
  if (port === undefined) {
    return { exposedType: type, insideOnly: inside, detail: "The Service has no port named rest." };
  }
  if (inside) {
    const url = `${scheme}://${service.metadata?.name}.${service.metadata?.namespace}:${port.port}`;
    return { exposedType: type, url, insideOnly: true, detail: "Reachable inside the Kubernetes cluster only." };
  }
  if (type === "LoadBalancer") return loadBalanced(service, scheme, port.port);
  const host = nodeAddress(nodes, options.get("kubernetes.rest-service.exposed.node-port-address-type"));
  if (host === undefined || port.nodePort === undefined) {
    const detail =
      nodes === undefined ? "You may not list nodes: their address is not known." : "No node has an address.";
    return { exposedType: type, insideOnly: false, detail };
  }
  const url = `${scheme}://${bracketed(host)}:${port.nodePort}`;
  return { exposedType: type, url, insideOnly: false, detail: "On every node, without authentication." };
}

function loadBalanced(service: Service, scheme: string, port: number): RestAddress {
  const host = ingressOf(service);
  if (host === undefined) {
    return { exposedType: "LoadBalancer", insideOnly: false, detail: "The load balancer has no address yet." };
  }
  const detail = "Open to whoever reaches the load balancer, without authentication.";
  return { exposedType: "LoadBalancer", url: `${scheme}://${bracketed(host)}:${port}`, insideOnly: false, detail };
}

/** The first node's, in the order of the list; those taken out of scheduling are passed over. */
function nodeAddress(nodes: Nodes, wanted = "InternalIP"): string | undefined {
  const open = (nodes ?? []).filter(({ spec }) => spec?.unschedulable !== true);
  return open.flatMap(({ status }) => status?.addresses ?? []).find(({ type }) => type === wanted)?.address;
}

const bracketed = (host: string) => (host.includes(":") ? `[${host}]` : host);
