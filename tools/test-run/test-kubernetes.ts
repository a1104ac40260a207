import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { run } from "./stage.ts";

/**
 * The Kubernetes of the tests: an instance of its own, so that a person's clusters on the other one stay as they are.
 * It begins empty (but for the images) and is stopped afterwards.
 */
const script = "tools/local-kubernetes/local-kubernetes.sh";
const instance = { DREY_LOCAL_KUBERNETES_INSTANCE: process.env["DREY_LOCAL_KUBERNETES_INSTANCE"] ?? "9" };

export async function startKubernetes(): Promise<boolean> {
  return (await run("bash", [script, "reset"], instance)) === 0 && (await run("bash", [script, "up"], instance)) === 0;
}

export async function stopKubernetes(): Promise<void> {
  await run("bash", [script, "down"], instance);
}

export async function kubeconfigOfTests(): Promise<string> {
  const { stdout } = await promisify(execFile)("bash", [script, "kubeconfig"], {
    env: { ...process.env, ...instance },
  });
  return stdout.trim();
}
