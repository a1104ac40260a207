import type {
  CoreV1Event,
  V1ConfigMap,
  V1Deployment,
  V1LimitRange,
  V1Namespace,
  V1Node,
  V1Pod,
  V1ReplicaSet,
  V1ResourceQuota,
  V1Role,
  V1RoleBinding,
  V1Secret,
  V1Service,
  V1ServiceAccount,
} from "@kubernetes/client-node";

/**
 * A Kubernetes object as it goes over the wire: what the library types as a Date is a text here.
 *
 * Objects are sent and read as raw JSON, because the library's serializers drop fields that they do not know:
 * a pod template's newer fields would vanish and `fieldValidation=Strict` would have nothing to find.
 */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;

/** The kinds that the console reads or writes, as the library types them. */
export interface LibraryKinds {
  ConfigMap: V1ConfigMap;
  Deployment: V1Deployment;
  Event: CoreV1Event;
  LimitRange: V1LimitRange;
  Namespace: V1Namespace;
  Node: V1Node;
  Pod: V1Pod;
  ReplicaSet: V1ReplicaSet;
  ResourceQuota: V1ResourceQuota;
  Role: V1Role;
  RoleBinding: V1RoleBinding;
  Secret: V1Secret;
  Service: V1Service;
  ServiceAccount: V1ServiceAccount;
}
export type Kind = keyof LibraryKinds;
/** The same as they arrive. */
export type Kinds = { readonly [K in Kind]: Wire<LibraryKinds[K]> };

/** An object to create: wire or library shape, both are the same JSON. */
export type NewObject<K extends Kind> = Kinds[K] | LibraryKinds[K];

/** What a Deployment may own. */
export type OwnedKind = "Service" | "ConfigMap" | "Secret";
export type NewOwned = { [K in OwnedKind]: NewObject<K> & { kind: K } }[OwnedKind];

export interface OwnedSet {
  readonly deployment: Kinds["Deployment"];
  readonly accompanying: readonly Kinds[OwnedKind][];
}

export interface ListOptions {
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** At most so many; `cut` says whether there were more. Default 500. */
  readonly limit?: number;
}

export interface PodLogOptions {
  readonly container?: string;
  readonly follow?: boolean;
  readonly previous?: boolean;
  /** RFC 3339 with nanoseconds as the API server prints them; lines at this very time come again. */
  readonly sinceTime?: string;
  readonly tailLines?: number;
  readonly limitBytes?: number;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProxyRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query below the Service, starting with `/`, already checked and encoded by the caller. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly timeoutMs?: number;
}

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface AccessQuestion {
  readonly verb: string;
  readonly resource: string;
  readonly group?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** What a watch cache holds of one kind, in memory, and how fresh it is. */
export interface Watched<K extends Kind> {
  readonly items: readonly Kinds[K][];
  /** True once the first list has arrived. */
  readonly ready: boolean;
  /** Set while the API server does not answer: `items` is what was seen last, `ready` says whether that is anything. */
  readonly staleSince?: Date;
  /** Set when Kubernetes refuses the list everywhere: the kind can't be seen by this person. */
  readonly refused?: boolean;
  /** Set when it may be listed in these namespaces only; undefined means all. */
  readonly namespaces?: readonly string[];
}

/**
 * All that the console may ask of one API server, acting as one person. It knows no Flink.
 *
 * Every method throws ConsoleError with a failure of `not-found`, `not-permitted`, `already-exists`, `changed-meanwhile`,
 * `kubernetes-rejected`, `kubernetes-unreachable`, `timed-out` or `too-large`, decided by Kubernetes' `reason` field.
 */
export interface KubernetesDoor {
  readonly context: string;
  /** The namespace that the context names, else `default`. */
  readonly defaultNamespace: string;

  read<K extends Kind>(kind: K, namespace: string | undefined, name: string): Promise<Kinds[K]>;
  /** `namespace` undefined means all namespaces. */
  list<K extends Kind>(
    kind: K,
    namespace: string | undefined,
    options?: ListOptions,
  ): Promise<{ items: Kinds[K][]; cut: boolean }>;
  /** Names alone; nothing else of the objects leaves the API server. Sorted as it sorts them, by name. */
  listNames(
    kind: Kind,
    namespace: string | undefined,
    options?: ListOptions,
  ): Promise<{ names: string[]; cut: boolean }>;
  /** Creates with `fieldValidation=Strict`; with `dryRun` everything is checked and nothing is kept. */
  create<K extends Kind>(
    kind: K,
    namespace: string | undefined,
    object: NewObject<K>,
    options?: { dryRun?: boolean },
  ): Promise<Kinds[K]>;
  /**
   * Creates a Deployment and what it owns, all or nothing.
   *
   * Everything is dry-run first; then the Deployment, then the rest with exactly one owner reference. On a failure half
   * way what was created here is deleted (by uid) and waited for. An object of the same name that exists already is
   * `already-exists`: never overwritten, never deleted.
   */
  createOwned(
    namespace: string,
    deployment: NewObject<"Deployment">,
    accompanying: readonly NewOwned[],
  ): Promise<OwnedSet>;
  /** The object must carry the `resourceVersion` that was read: a change in between is `changed-meanwhile`. */
  replace<K extends Kind>(kind: K, namespace: string | undefined, object: Kinds[K]): Promise<Kinds[K]>;
  /** JSON merge patch. Put `metadata.resourceVersion` into it where a lost update would hurt. */
  patch<K extends Kind>(kind: K, namespace: string | undefined, name: string, patch: object): Promise<Kinds[K]>;
  /** With `uid`, only that very object: a successor of the same name is left alone (`changed-meanwhile`). */
  delete(
    kind: Kind,
    namespace: string | undefined,
    name: string,
    options?: { uid?: string; propagation?: "Background" | "Foreground" },
  ): Promise<void>;

  /**
   * The memory of a watch over all visible namespaces, started by the first call and let go when unused for some minutes.
   * Never waits: until the first list has arrived `ready` is false. Objects are shared and must not be changed; they
   * lack `metadata.managedFields`.
   */
  watched<K extends Kind>(kind: K, labelSelector: string): Watched<K>;
  /** Waits, at most so long, until `watched` is ready, refused or known to be unreachable; then the same answer. */
  watchedSoon<K extends Kind>(kind: K, labelSelector: string, atMostMs: number): Promise<Watched<K>>;
  /**
   * Calls `listener` after each change of what `watched` would answer, until the signal aborts. It is told which objects
   * were added, changed or deleted (their last state); none when only the freshness changed.
   */
  onChange<K extends Kind>(
    kind: K,
    labelSelector: string,
    listener: (changed: readonly Kinds[K][]) => void,
    signal: AbortSignal,
  ): void;

  /** The raw bytes of a container's log, each line led by its RFC 3339 timestamp and a space. */
  podLog(
    namespace: string,
    pod: string,
    options: PodLogOptions,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>>;
  /** Runs a fixed command in a container. Output is bounded at 1 MiB. */
  exec(namespace: string, pod: string, container: string, command: readonly string[]): Promise<ExecResult>;
  /**
   * One request to a Service through the API server's proxy: works wherever the kubeconfig works. What the Service
   * answers comes back whatever its status. `not-found`: no such Service. `not-possible-now`: nothing answers behind it.
   */
  proxyService(
    namespace: string,
    service: string,
    port: string,
    request: ProxyRequest,
    signal?: AbortSignal,
  ): Promise<ProxyAnswer>;

  /** SelfSubjectAccessReview: may the person behind this door do it? */
  may(question: AccessQuestion): Promise<boolean>;
  /** SubjectAccessReview for a service account; undefined when this person may not ask. */
  mayServiceAccount(namespace: string, serviceAccount: string, question: AccessQuestion): Promise<boolean | undefined>;
  /** The API server's version, such as `v1.34.4`. Also the cheapest sign of life. */
  version(): Promise<string>;
}
