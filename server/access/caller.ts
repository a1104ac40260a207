import "server-only";
import { userInfo } from "node:os";
import type { Caller, Identity } from "../caller.ts";
import { openFlinkRestDoor } from "../flink-rest/open-flink-rest-door.ts";
import { processContexts } from "../kubernetes/contexts.ts";
import { processStore } from "./process-store.ts";

/** No login: whoever reaches the console on its loopback address is the person whose kubeconfig it uses. */
const identity: Identity = { kind: "kubeconfig", name: userInfo().username };

/** Who asks, and the outside as that person may use it. The one place that wires adapters. */
export async function callerOf(_request: Request): Promise<Caller> {
  const store = await processStore();
  const contexts = processContexts();
  return {
    identity,
    contexts: contexts.names(),
    kubernetes: (context) => contexts.door(context),
    flink: (cluster) => openFlinkRestDoor(contexts.door(cluster.context), cluster),
    audit: store.auditLog(identity.name),
    specs: store.submittedSpecs(identity.name),
  };
}
