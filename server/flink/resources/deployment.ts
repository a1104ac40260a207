import type { V1Deployment, V1OwnerReference } from "@kubernetes/client-node";
import { jobManagerAnnotations, jobManagerOwnerReference, jobManagerReplicas } from "../options/kubernetes-options.ts";
import type { TextPairs } from "../options/map-value.ts";
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
      ...appended("ownerReferences", [], options.get(jobManagerOwnerReference).map(ownerReference)),
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

const ownerFields = ["apiVersion", "blockOwnerDeletion", "controller", "kind", "name", "uid"] as const;

/** What is not given is left out, for the API server to judge. Flink: KubernetesOwnerReference. */
function ownerReference(pairs: TextPairs): V1OwnerReference {
  const given = pairs.flatMap(([name, value]) => {
    const field = ownerFields.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (!field) return [];
    const isFlag = field === "blockOwnerDeletion" || field === "controller";
    return [[field, isFlag ? value.toLowerCase() === "true" : value] as const];
  });
  return Object.fromEntries(given) as Partial<V1OwnerReference> as V1OwnerReference;
}
