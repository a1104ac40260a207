import "server-only";
import { join } from "node:path";
import type { Caller, Identity } from "../caller.ts";
import { env } from "../env.ts";
import { openFlinkRestDoor } from "../flink-rest/open-flink-rest-door.ts";
import { processContexts } from "../kubernetes/contexts.ts";
import { announce } from "../live/announce.ts";
import { userName } from "../process-user.ts";
import type { AuditLog } from "../store/audit-log.ts";
import { fileJarStore } from "../store/file-jar-store.ts";
import { processStore } from "./process-store.ts";

/** No login: whoever reaches the console on its loopback address is the person whose kubeconfig it uses. */
const identity: Identity = { kind: "kubeconfig", name: userName() };

/** Who asks, and the outside as that person may use it. The one place that wires adapters. */
export const callerOf = (_request: Request): Promise<Caller> => callerAs(identity);

/** The console itself, for what nobody asks for at that moment. The audit log has it under this name. */
export const consoleCaller = (name: string): Promise<Caller> => callerAs({ kind: "kubeconfig", name });

async function callerAs(identity: Identity): Promise<Caller> {
  const store = await processStore();
  const contexts = processContexts();
  return {
    identity,
    // Read anew each time: a stream outlives a change of the kubeconfig.
    get contexts() {
      return contexts.names();
    },
    kubernetes: (context) => contexts.door(context),
    flink: (cluster) => openFlinkRestDoor(contexts.door(cluster.context), cluster),
    audit: announced(store.auditLog(identity.name)),
    specs: store.submittedSpecs(identity.name),
    savepoints: store.savepointRecords(identity.name),
    logLevels: store.logLevelMemory(),
    jars: fileJarStore(join(env.DREY_DATA_DIR, "jars"), env.DREY_JAR_LIMIT_MIB * 1024 * 1024, identity.name),
  };
}

/** Every change tells open tabs that the audit log went stale. */
function announced(audit: AuditLog): AuditLog {
  return {
    record: async (entry, change) => {
      try {
        return await audit.record(entry, change);
      } finally {
        announce({ topic: "audit" });
      }
    },
    list: (filter) => audit.list(filter),
  };
}
