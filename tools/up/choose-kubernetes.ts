import { execFileSync, spawnSync } from "node:child_process";
import { openContexts } from "../../server/kubernetes/contexts.ts";
import { giveUp, say } from "./progress.ts";

const localKubernetes = "tools/local-kubernetes/local-kubernetes.sh";
const longestWaitMs = 10_000;

/**
 * The value of KUBECONFIG to serve with: the person's own where its current context answers, else the local Kubernetes',
 * which is started for it.
 */
export async function chooseKubernetes(kubeconfig: string | undefined): Promise<string | undefined> {
  const { context, version, reason } = await probe(kubeconfig);
  if (version !== undefined) {
    say(`Using the context ${context} of ${kubeconfig ?? "~/.kube/config"} (Kubernetes ${version})`);
    return kubeconfig;
  }
  say(`${reason}: starting the local Kubernetes`);
  if (process.getuid?.() !== 0) {
    giveUp(
      "The local Kubernetes starts containers and needs root.",
      "Either name a cluster by KUBECONFIG, or run the command as root.",
    );
  }
  const started = spawnSync("bash", [localKubernetes, "up"], { stdio: ["ignore", "ignore", "inherit"] });
  if (started.status !== 0) giveUp("The local Kubernetes did not start.");
  say('The service account "default" of the namespace "default" may start Flink clusters (role "edit")');
  return execFileSync("bash", [localKubernetes, "kubeconfig"], { encoding: "utf8" }).trim();
}

async function probe(kubeconfig: string | undefined): Promise<{ context?: string; version?: string; reason: string }> {
  const contexts = openContexts({ kubeconfig });
  const context = contexts.names()[0];
  if (context === undefined) return { reason: "No kubeconfig names a context" };
  try {
    const version = await Promise.race([contexts.door(context).version(), refusal(longestWaitMs)]);
    return { context, version, reason: "" };
  } catch {
    return { reason: `The context ${context} does not answer` };
  } finally {
    await contexts.close();
  }
}

function refusal(afterMs: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), afterMs).unref());
}
