import type { SpecInput } from "../cluster-queries.ts";
import type { Place } from "./preflight-queries.ts";

const first = (options: Readonly<Record<string, string>>, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => options[key]?.trim()).find((value) => value !== undefined && value !== "");

const isName = (text: string) => /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(text) && text.length <= 253;

/**
 * Where a spec's cluster goes and as which service accounts its processes run: as Flink looks the options up. Undefined
 * while a name is not one that Kubernetes could have.
 */
export function placeOf(context: string, { configuration }: SpecInput): Place | undefined {
  const namespace = first(configuration, "kubernetes.namespace") ?? "default";
  const both = "kubernetes.service-account";
  const serviceAccount = first(configuration, "kubernetes.jobmanager.service-account", both) ?? "default";
  const taskManager = first(configuration, "kubernetes.taskmanager.service-account", both) ?? "default";
  const type = first(configuration, "high-availability.type", "high-availability", "recovery.mode") ?? "NONE";
  if (context === "" || !isName(namespace) || !isName(serviceAccount) || !isName(taskManager)) return undefined;
  return {
    context,
    namespace,
    serviceAccount,
    ...(taskManager !== serviceAccount && { taskManagerServiceAccount: taskManager }),
    highAvailability: /^kubernetes$|KubernetesHaServicesFactory/i.test(type) ? "true" : "false",
  };
}
