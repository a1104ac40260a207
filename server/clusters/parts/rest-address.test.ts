import { expect, it } from "vitest";
import type { Kinds } from "../../kubernetes/kubernetes-door.ts";
import { restAddressOf } from "./rest-address.ts";
import { sampleService } from "./sample-objects.ts";

const ports = [{ name: "rest", port: 8081, nodePort: 31_000 }];
const service = (type: string, more = {}, status = {}) =>
  sampleService("orders-rest", { type, ports, ...more }, status);
const node = (internal: string, external: string, unschedulable = false): Kinds["Node"] => ({
  spec: { unschedulable },
  status: {
    addresses: [
      { type: "InternalIP", address: internal },
      { type: "ExternalIP", address: external },
    ],
  },
});
const nodes = [node("10.0.0.1", "1.1.1.1", true), node("10.0.0.2", "2.2.2.2")];
const none = new Map<string, string>();
const ingress = (address: object) => ({ loadBalancer: { ingress: [address] } });

it.each([
  ["ClusterIP", service("ClusterIP"), none, "http://orders-rest.shop:8081"],
  ["ClusterIP without an address", service("ClusterIP", { clusterIP: "None" }), none, "http://orders-rest.shop:8081"],
  ["NodePort on the first node that takes pods", service("NodePort"), none, "http://10.0.0.2:31000"],
  [
    "NodePort at the external address where that is wanted",
    service("NodePort"),
    new Map([["kubernetes.rest-service.exposed.node-port-address-type", "ExternalIP"]]),
    "http://2.2.2.2:31000",
  ],
  ["LoadBalancer with an IP", service("LoadBalancer", {}, ingress({ ip: "9.9.9.9" })), none, "http://9.9.9.9:8081"],
  ["LoadBalancer with IPv6", service("LoadBalancer", {}, ingress({ ip: "fd00::9" })), none, "http://[fd00::9]:8081"],
  [
    "LoadBalancer with a name",
    service("LoadBalancer", {}, ingress({ hostname: "lb.example" })),
    none,
    "http://lb.example:8081",
  ],
  ["TLS", service("ClusterIP"), new Map([["security.ssl.rest.enabled", "true"]]), "https://orders-rest.shop:8081"],
])("is where Flink's client would look: %s", (_, live, options, url) => {
  expect(restAddressOf(live, nodes, options).url).toBe(url);
});

it("is not known for a load balancer without an address, a port that is missing, and nodes that may not be listed", () => {
  expect(restAddressOf(service("LoadBalancer"), nodes, none)).toMatchObject({
    detail: "The load balancer has no address yet.",
  });
  expect(restAddressOf(service("ClusterIP", { ports: [] }), nodes, none).url).toBeUndefined();
  expect(restAddressOf(service("NodePort"), undefined, none)).toMatchObject({ insideOnly: false });
  expect(restAddressOf(service("NodePort"), undefined, none).url).toBeUndefined();
});
