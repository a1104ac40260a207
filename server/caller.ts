import type { FlinkRestDoor } from "./flink-rest/flink-rest-door.ts";
import type { KubernetesDoor } from "./kubernetes/kubernetes-door.ts";
import type { AuditLog } from "./store/audit-log.ts";
import type { JarStore } from "./store/jar-store.ts";
import type { LogLevelMemory } from "./store/log-level-memory.ts";
import type { SavepointRecords } from "./store/savepoint-records.ts";
import type { SubmittedSpecs } from "./store/submitted-specs.ts";

/** Names one cluster. The only address that a browser may send: hosts, URLs and ports are resolved by us. */
export interface ClusterAddress {
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
}

/** Who asks. `kubeconfig` is the person at whose machine the console runs; no login. */
export interface Identity {
  readonly kind: "kubeconfig";
  readonly name: string;
}

/**
 * The outside world as one person may use it. Every subject function takes it as its last argument: no globals, and
 * nothing to mock in tests.
 */
export interface Caller {
  readonly identity: Identity;
  /** Names of the contexts that may be used, the current one first. */
  readonly contexts: readonly string[];
  /** Throws `not-found` for a context that is not configured. */
  kubernetes(context: string): KubernetesDoor;
  flink(cluster: ClusterAddress): FlinkRestDoor;
  readonly audit: AuditLog;
  readonly specs: SubmittedSpecs;
  readonly jars: JarStore;
  readonly savepoints: SavepointRecords;
  readonly logLevels: LogLevelMemory;
}
