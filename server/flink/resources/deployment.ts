import type { V1Deployment, V1OwnerReference } from "@kubernetes/client-node";
import { jobManagerAnnotations, jobManagerOwnerReference, jobManagerReplicas } from "../options/kubernetes-options.ts";
import { jobManagerSelector } from "./cluster-names.ts";
import { appended, type FlinkPod, mainContainerName, overlaid } from "./flink-pod.ts";
import { jobManagerLabels } from "./init-job-manager.ts";
import type { JobManagerParameters } from "./step.ts";

/**
 * The Deployment around the JobManager's pod.
 *
 * Flink: KubernetesJobManagerFactory.createJobManagerDeployment.
 */
export function buildDeployment(pod: FlinkPod, parameters: JobManagerParameters): V1Deployment {
  const { clusterId, options } = parameters;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name: clusterId,
      labels: jobManagerLabels(parameters),
      ...overlaid("annotations", Object.fromEntries(options.get(jobManagerAnnotations))),
      ...appended("ownerReferences", [], ownerReferences(parameters)),
    },
    spec: {
      replicas: replicas(parameters),
      selector: { matchLabels: jobManagerSelector(clusterId) },
      template: {
        metadata: pod.metadata,
        spec: {
          ...pod.spec,
          containers: [...pod.otherContainers, { ...pod.mainContainer, name: mainContainerName }],
        },
      },
    },
  };
}

function replicas({ options, highAvailable, issues }: JobManagerParameters): number {
  const count = options.get(jobManagerReplicas);
  const field = jobManagerReplicas.key;
  if (count < 1) {
    issues.report({
      field,
      code: "replicas-under-one",
      detail: `'${field}' should not be configured less than one.`,
    });
  } else if (count > 1 && !highAvailable) {
    issues.report({
      field,
      code: "replicas-need-high-availability",
      detail: "High availability should be enabled when starting standby JobManagers.",
    });
  }
  return count;
}

/** Flink sends what is there; without any of the four the API server refuses it. Flink: KubernetesOwnerReference. */
function ownerReferences({ options, issues }: JobManagerParameters): V1OwnerReference[] {
  return options.get(jobManagerOwnerReference).flatMap((pairs) => {
    const given = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
    const { apiversion: apiVersion, kind, name, uid } = given;
    if (apiVersion === undefined || kind === undefined || name === undefined || uid === undefined) {
      const detail = "An owner needs apiVersion, kind, name and uid.";
      issues.report({ field: jobManagerOwnerReference.key, code: "owner-reference-incomplete", detail });
      return [];
    }
    const flags = { ...flag("blockOwnerDeletion", given), ...flag("controller", given) };
    return [{ apiVersion, kind, name, uid, ...flags }];
  });
}

function flag(name: "blockOwnerDeletion" | "controller", given: Readonly<Record<string, string>>) {
  const value = given[name.toLowerCase()];
  return value === undefined ? {} : { [name]: value.toLowerCase() === "true" };
}
