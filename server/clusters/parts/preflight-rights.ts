import type { PreflightPlace } from "../preflight.schema.ts";

/** Verbs on one resource, as a Role's rule and as questions. */
export interface Rule {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
}

/** What one process of Flink asks of Kubernetes, as one service account. */
export interface Need {
  readonly process: "JobManager" | "TaskManager";
  readonly serviceAccount: string;
  /** The Role's name: Flink needs the same in every namespace. */
  readonly role: string;
  readonly rules: readonly Rule[];
}

/** Flink: KubernetesResourceManagerDriver makes, watches and ends pods; their owner is the Deployment. */
const podRules: readonly Rule[] = [
  { group: "", resource: "pods", verbs: ["create", "delete", "get", "list", "watch"] },
  // An application that has ended deletes its own cluster: Fabric8FlinkKubeClient.stopAndCleanupCluster.
  { group: "apps", resource: "deployments", verbs: ["delete", "get"] },
];

/** Flink: KubernetesLeaderElectionDriver and KubernetesStateHandleStore keep leaders and jobs in ConfigMaps. */
const configMapRule: Rule = {
  group: "",
  resource: "configmaps",
  verbs: ["create", "delete", "get", "list", "patch", "update", "watch"],
};

/** Flink: TaskManagers learn from ConfigMaps who leads. */
const readConfigMapRule: Rule = { group: "", resource: "configmaps", verbs: ["get", "list", "watch"] };

/** The least rights that Flink's processes need. Without high availability TaskManagers ask nothing of Kubernetes. */
export function needsOf(place: PreflightPlace): Need[] {
  const { serviceAccount, taskManagerServiceAccount } = place;
  const highAvailability = place.highAvailability === "true";
  const jobManager: Need = {
    process: "JobManager",
    serviceAccount,
    role: highAvailability ? "flink-jobmanager-ha" : "flink-jobmanager",
    rules: highAvailability ? [...podRules, configMapRule] : podRules,
  };
  if (!highAvailability || taskManagerServiceAccount === undefined || taskManagerServiceAccount === serviceAccount) {
    return [jobManager];
  }
  const taskManager: Need = {
    process: "TaskManager",
    serviceAccount: taskManagerServiceAccount,
    role: "flink-taskmanager-ha",
    rules: [readConfigMapRule],
  };
  return [jobManager, taskManager];
}

/** What the person needs: to create a cluster's objects, then to look after it. */
export const personNeeds: readonly (Rule & { readonly needed: "create" | "use" })[] = [
  { needed: "create", group: "apps", resource: "deployments", verbs: ["create"] },
  { needed: "create", group: "", resource: "services", verbs: ["create"] },
  { needed: "create", group: "", resource: "configmaps", verbs: ["create"] },
  { needed: "use", group: "", resource: "pods", verbs: ["list"] },
  { needed: "use", group: "", resource: "pods/log", verbs: ["get"] },
  { needed: "use", group: "", resource: "services/proxy", verbs: ["get"] },
  { needed: "use", group: "apps", resource: "deployments", verbs: ["delete"] },
];
