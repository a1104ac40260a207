import { randomBytes } from "node:crypto";
import { type KubernetesContexts, openContexts } from "#server/kubernetes/contexts.ts";
import type { KubernetesDoor } from "#server/kubernetes/kubernetes-door.ts";

const flinkLabel = "type=flink-native-kubernetes";

/** A namespace of its own on the real Kubernetes, where the default service account may run Flink. */
export class FlinkNamespace implements AsyncDisposable {
  readonly name: string;
  readonly context: string;
  readonly door: KubernetesDoor;
  readonly #contexts: KubernetesContexts;

  constructor(name: string, contexts: KubernetesContexts) {
    const [context = ""] = contexts.names();
    this.name = name;
    this.context = context;
    this.door = contexts.door(context);
    this.#contexts = contexts;
  }

  /** Names of everything in it that has Flink's label, by kind. */
  async flinkObjects(): Promise<string[]> {
    const kinds = ["Deployment", "Pod", "Service", "ConfigMap"] as const;
    const found = await Promise.all(
      kinds.map(async (kind) => {
        const { items } = await this.door.list(kind, this.name, { labelSelector: flinkLabel });
        return items.map((item) => `${kind}/${item.metadata?.name}`);
      }),
    );
    return found.flat();
  }

  /** Runs a command in the JobManager of a cluster. Throws with what it printed when it fails. */
  async inJobManager(clusterId: string, command: readonly string[]): Promise<string> {
    const labelSelector = `app=${clusterId},component=jobmanager`;
    const { items } = await this.door.list("Pod", this.name, { labelSelector });
    const pod = items[0]?.metadata?.name ?? "";
    const { exitCode, stdout, stderr } = await this.door.exec(this.name, pod, "flink-main-container", command);
    if (exitCode !== 0) throw new Error(`${command.join(" ")} ended with ${exitCode}: ${stderr || stdout}`);
    return stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.door.delete("Namespace", undefined, this.name);
    await this.#contexts.close();
  }
}

/** Makes the namespace and gives its default service account the right to start TaskManagers. */
export async function flinkNamespace(prefix: string): Promise<FlinkNamespace> {
  const contexts = openContexts({ kubeconfig: process.env["KUBECONFIG"] });
  const namespace = new FlinkNamespace(`${prefix}-${randomBytes(3).toString("hex")}`, contexts);
  const { door, name } = namespace;
  await door.create("Namespace", undefined, { metadata: { name } });
  await door.create("RoleBinding", name, {
    metadata: { name: "flink" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "edit" },
    subjects: [{ kind: "ServiceAccount", name: "default", namespace: name }],
  });
  return namespace;
}
