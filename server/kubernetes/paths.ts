import type { Kind } from "./kubernetes-door.ts";

interface ApiResource {
  readonly group: string;
  readonly version: string;
  /** As the path and access reviews spell it. */
  readonly plural: string;
  readonly namespaced: boolean;
}

const core = (plural: string, namespaced = true): ApiResource => ({ group: "", version: "v1", plural, namespaced });
const of = (group: string, plural: string): ApiResource => ({ group, version: "v1", plural, namespaced: true });

const resources: Readonly<Record<Kind, ApiResource>> = {
  ConfigMap: core("configmaps"),
  Deployment: of("apps", "deployments"),
  Event: core("events"),
  LimitRange: core("limitranges"),
  Namespace: core("namespaces", false),
  Node: core("nodes", false),
  Pod: core("pods"),
  ReplicaSet: of("apps", "replicasets"),
  ResourceQuota: core("resourcequotas"),
  Role: of("rbac.authorization.k8s.io", "roles"),
  RoleBinding: of("rbac.authorization.k8s.io", "rolebindings"),
  Secret: core("secrets"),
  Service: core("services"),
  ServiceAccount: core("serviceaccounts"),
};

export function resourceOf(kind: Kind): ApiResource {
  return resources[kind];
}

export function apiVersionOf(kind: Kind): string {
  const { group, version } = resources[kind];
  return group === "" ? version : `${group}/${version}`;
}

/** The path of a kind, or of one object of it. Every part is encoded: a name is data, never a path. */
export function pathOf(kind: Kind, namespace: string | undefined, name?: string): string {
  const { group, version, plural, namespaced } = resources[kind];
  const parts = [
    group === "" ? `/api/${version}` : `/apis/${group}/${version}`,
    ...(namespaced && namespace !== undefined ? ["namespaces", encodeURIComponent(namespace)] : []),
    plural,
    ...(name === undefined ? [] : [encodeURIComponent(name)]),
  ];
  return parts.join("/");
}

/** How messages name an object: `Deployment flink/orders`. */
export function labelOf(kind: Kind, namespace: string | undefined, name: string | undefined): string {
  const path = [resources[kind].namespaced ? namespace : undefined, name].filter((part) => part !== undefined);
  return path.length === 0 ? kind : `${kind} ${path.join("/")}`;
}
