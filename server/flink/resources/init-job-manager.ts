import type { V1PodSpec, V1Toleration } from "@kubernetes/client-node";
import * as cluster from "../options/cluster-options.ts";
import { IllegalValue } from "../options/illegal-value.ts";
import * as kubernetes from "../options/kubernetes-options.ts";
import type { TextPairs } from "../options/map-value.ts";
import { parseInteger } from "../options/option.ts";
import { jobManagerSelector } from "./cluster-names.ts";
import { appended, extendPod, type FlinkPod, overlaid } from "./flink-pod.ts";
import { containerResources } from "./job-manager-resources.ts";
import type { JobManagerParameters, Step } from "./step.ts";

/**
 * The JobManager's pod: labels, service account, image, resources, ports, environment, scheduling.
 *
 * Flink: InitJobManagerDecorator.
 */
export const initJobManager: Step = {
  decorate(pod, parameters) {
    const { options } = parameters;
    const annotations = Object.fromEntries(options.get(kubernetes.jobManagerAnnotations));
    const started: FlinkPod = {
      ...pod,
      metadata: {
        ...pod.metadata,
        ...overlaid("labels", pod.metadata.labels, jobManagerLabels(parameters)),
        ...overlaid("annotations", pod.metadata.annotations, annotations),
      },
      spec: podSpec(pod.spec, parameters),
      mainContainer: {
        ...pod.mainContainer,
        ...image(pod, parameters),
        resources: containerResources(pod, parameters),
      },
    };
    const artifacts = "user-artifacts-volume";
    return extendPod(started, {
      ports: ports(parameters),
      env: environment(parameters),
      volumes: [{ name: artifacts, emptyDir: {} }],
      volumeMounts: [{ name: artifacts, mountPath: options.get(kubernetes.userArtifactsBaseDir) }],
    });
  },
};

/** Labels of the Deployment and of the pod: the person's, then Flink's own. */
export function jobManagerLabels({ options, clusterId }: JobManagerParameters): Record<string, string> {
  return { ...Object.fromEntries(options.get(kubernetes.jobManagerLabels)), ...jobManagerSelector(clusterId) };
}

function podSpec(template: FlinkPod["spec"], parameters: JobManagerParameters): FlinkPod["spec"] {
  const { options } = parameters;
  const serviceAccount = options.isSet(kubernetes.jobManagerServiceAccount)
    ? options.get(kubernetes.jobManagerServiceAccount)
    : (template.serviceAccount ?? template.serviceAccountName ?? options.get(kubernetes.jobManagerServiceAccount));
  const pullSecrets = options
    .get(kubernetes.imagePullSecrets)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => ({ name }));
  return {
    ...template,
    serviceAccount,
    serviceAccountName: serviceAccount,
    hostNetwork: options.get(kubernetes.hostNetwork),
    dnsPolicy: dnsPolicy(template, parameters),
    ...appended("imagePullSecrets", template.imagePullSecrets, pullSecrets),
    ...overlaid(
      "nodeSelector",
      template.nodeSelector,
      Object.fromEntries(options.get(kubernetes.jobManagerNodeSelector)),
    ),
    ...appended("tolerations", template.tolerations, tolerations(parameters)),
  };
}

function dnsPolicy(template: Omit<V1PodSpec, "containers">, { options }: JobManagerParameters): string {
  if (options.get(kubernetes.hostNetwork)) return "ClusterFirstWithHostNet";
  return template.dnsPolicy?.trim() ? template.dnsPolicy : "ClusterFirst";
}

function tolerations({ options, issues }: JobManagerParameters): V1Toleration[] {
  const option = kubernetes.jobManagerTolerations;
  return options.get(option).map((pairs) => {
    try {
      return toleration(pairs);
    } catch (error) {
      if (!(error instanceof IllegalValue)) throw error;
      issues.report({ field: option.key, code: "option-unreadable", detail: `tolerationSeconds: ${error.message}.` });
      return {};
    }
  });
}

const tolerationFields = ["key", "operator", "value", "effect", "tolerationSeconds"] as const;

/** Unknown members are left out, as Flink does. Flink: KubernetesToleration. */
function toleration(pairs: TextPairs): V1Toleration {
  const known = pairs.flatMap(([name, value]) => {
    const field = tolerationFields.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (!field) return [];
    return [[field, field === "tolerationSeconds" ? parseInteger(value) : value] as const];
  });
  return Object.fromEntries(known);
}

function image(pod: FlinkPod, { options, rules }: JobManagerParameters) {
  const { containerImage, imagePullPolicy } = kubernetes;
  const template = pod.mainContainer;
  return {
    image: options.get(containerImage) ?? template.image ?? rules.defaultImage,
    imagePullPolicy: options.isSet(imagePullPolicy)
      ? options.get(imagePullPolicy)
      : (template.imagePullPolicy ?? options.get(imagePullPolicy)),
  };
}

/** With host network the JobManager binds to random ports and none is declared. */
function ports({ options }: JobManagerParameters) {
  if (options.get(kubernetes.hostNetwork)) return [];
  return [
    { name: "rest", containerPort: options.get(cluster.restPort) },
    { name: "jobmanager-rpc", containerPort: options.get(cluster.jobManagerRpcPort) },
    { name: "blobserver", containerPort: Number(options.get(cluster.blobServerPort)) },
  ];
}

function environment({ options }: JobManagerParameters) {
  const forwarded = options.below(kubernetes.masterEnvPrefix).map(([name, value]) => ({ name, value }));
  const podIp = {
    name: "_POD_IP_ADDRESS",
    valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "status.podIP" } },
  };
  const logDir = options.get(kubernetes.flinkLogDir);
  return [...forwarded, podIp, ...(logDir === undefined ? [] : [{ name: "FLINK_LOG_DIR", value: logDir }])];
}
