import * as kubernetes from "../options/kubernetes-options.ts";
import { maxClusterIdLength } from "./cluster-names.ts";
import type { RenderIssue } from "./rendering.ts";
import type { JobManagerParameters } from "./step.ts";

/**
 * What Flink's client, or the API server right after it, refuses by names alone.
 *
 * Flink: KubernetesJobManagerParameters, KubernetesConfigOptions.
 */
export function checkCluster(parameters: Omit<JobManagerParameters, "keytab">): void {
  const { clusterId, namespace, options, issues } = parameters;
  const image = options.get(kubernetes.containerImage);
  const found = [
    clusterIdIssue(clusterId),
    namespaceIssue(namespace),
    targetIssue(parameters),
    uploadIssue(parameters),
  ];
  if (image?.trim() === "") found.push(blank(options.keyOf(kubernetes.containerImage)));
  for (const issue of found) if (issue) issues.report(issue);
}

/** Why a cluster id can't be used, or undefined. Services are named after it: they take letters, digits and dashes. */
export function clusterIdIssue(clusterId: string): RenderIssue | undefined {
  const field = kubernetes.clusterId.key;
  if (clusterId.trim() === "") return { field, code: "cluster-id-blank", detail: `${field} must not be blank.` };
  if (clusterId.length > maxClusterIdLength) {
    const detail = `${field} must be no more than ${maxClusterIdLength} characters. It has ${clusterId.length}.`;
    return { field, code: "cluster-id-too-long", detail };
  }
  if (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(clusterId)) return undefined;
  const rule = "a lower-case letter first, then letters, digits and dashes, no dash at the end";
  return { field, code: "cluster-id-invalid", detail: `'${clusterId}' can't name a Kubernetes Service: ${rule}.` };
}

function namespaceIssue(namespace: string): RenderIssue | undefined {
  const field = kubernetes.namespace.key;
  if (namespace.trim() === "") return blank(field);
  if (/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) return undefined;
  return { field, code: "namespace-invalid", detail: `'${namespace}' is not the name of a Kubernetes namespace.` };
}

function blank(field: string | undefined): RenderIssue {
  return { field, code: "option-blank", detail: `${field} must not be blank.` };
}

/** The file or `-D` may name another target than the command's. */
function targetIssue({ mode, client }: Pick<JobManagerParameters, "mode" | "client">): RenderIssue | undefined {
  const target = String(client.configuration.get("execution.target"));
  if (mode === "session" || target.toLowerCase() === "kubernetes-application") return undefined;
  const detail = `An application cluster needs the target 'kubernetes-application', not '${target}'.`;
  return { field: "execution.target", code: "target-unsupported", detail };
}

/** Flink's client would copy files of its own disk to a remote file system. A console has no such disk. */
function uploadIssue({ options, mode }: Pick<JobManagerParameters, "options" | "mode">): RenderIssue | undefined {
  const option = kubernetes.localUploadEnabled;
  if (mode === "session" || !options.get(option)) return undefined;
  const detail = `${option.key} uploads files from the disk of Flink's client. Put them where pods can fetch them.`;
  return { field: option.key, code: "local-upload-unsupported", detail };
}
