import {
  booleanOption,
  doubleOption,
  enumOption,
  integerOption,
  listOfMapsOption,
  listOption,
  mapOption,
  type Option,
  stringOption,
} from "./option.ts";

/** The options that decide the Kubernetes objects. Flink: KubernetesConfigOptions. */

export const clusterId = stringOption("kubernetes.cluster-id", { defaultValue: undefined });
export const namespace = stringOption("kubernetes.namespace", { defaultValue: "default" });

export const containerImage = stringOption("kubernetes.container.image.ref", {
  defaultValue: undefined, // depends on the Flink version
  fallbackKeys: ["kubernetes.container.image"],
});
export const imagePullPolicy = enumOption(
  "kubernetes.container.image.pull-policy",
  ["IfNotPresent", "Always", "Never"],
  { defaultValue: "IfNotPresent" },
);
export const imagePullSecrets = listOption("kubernetes.container.image.pull-secrets");

export const jobManagerServiceAccount = serviceAccount("jobmanager");
export const taskManagerServiceAccount = serviceAccount("taskmanager");
function serviceAccount(role: "jobmanager" | "taskmanager"): Option<string> {
  return stringOption(`kubernetes.${role}.service-account`, {
    defaultValue: "default",
    fallbackKeys: ["kubernetes.service-account"],
  });
}

export const jobManagerCpu = doubleOption("kubernetes.jobmanager.cpu.amount", {
  defaultValue: 1,
  fallbackKeys: ["kubernetes.jobmanager.cpu"],
});
export const taskManagerCpu = doubleOption("kubernetes.taskmanager.cpu.amount", {
  defaultValue: -1,
  fallbackKeys: ["kubernetes.taskmanager.cpu"],
});
export const jobManagerCpuLimitFactor = doubleOption("kubernetes.jobmanager.cpu.limit-factor", { defaultValue: 1 });
export const jobManagerMemoryLimitFactor = doubleOption("kubernetes.jobmanager.memory.limit-factor", {
  defaultValue: 1,
});
export const taskManagerCpuLimitFactor = doubleOption("kubernetes.taskmanager.cpu.limit-factor", { defaultValue: 1 });
export const taskManagerMemoryLimitFactor = doubleOption("kubernetes.taskmanager.memory.limit-factor", {
  defaultValue: 1,
});

export const jobManagerLabels = mapOption("kubernetes.jobmanager.labels");
export const jobManagerAnnotations = mapOption("kubernetes.jobmanager.annotations");
export const jobManagerNodeSelector = mapOption("kubernetes.jobmanager.node-selector");
export const jobManagerTolerations = listOfMapsOption("kubernetes.jobmanager.tolerations");
export const jobManagerEntrypointArgs = stringOption("kubernetes.jobmanager.entrypoint.args", { defaultValue: "" });
export const jobManagerReplicas = integerOption("kubernetes.jobmanager.replicas", { defaultValue: 1 });
export const jobManagerOwnerReference = listOfMapsOption("kubernetes.jobmanager.owner.reference");

export const exposedTypes = ["ClusterIP", "NodePort", "LoadBalancer", "Headless_ClusterIP"] as const;
export type ExposedType = (typeof exposedTypes)[number];
export const restServiceExposedType = enumOption("kubernetes.rest-service.exposed.type", exposedTypes, {
  defaultValue: "ClusterIP",
});
export const restServiceAnnotations = mapOption("kubernetes.rest-service.annotations");
export const restServiceLabels = mapOption("kubernetes.rest-service.labels");
export const internalServiceAnnotations = mapOption("kubernetes.internal-service.annotations");
export const internalServiceLabels = mapOption("kubernetes.internal-service.labels");

export const secrets = mapOption("kubernetes.secrets");
export const envSecretKeyRef = listOfMapsOption("kubernetes.env.secretKeyRef");
export const persistentVolumeClaims = mapOption("kubernetes.persistent-volume-claims");
export const persistentVolumeClaimReadOnly = booleanOption("kubernetes.persistent-volume-claim-read-only", {
  defaultValue: false,
});

const podTemplateFallbacks = ["kubernetes.pod-template-file", "kubernetes.pod-template-file.default"];
export const jobManagerPodTemplate = stringOption("kubernetes.pod-template-file.jobmanager", {
  defaultValue: undefined,
  fallbackKeys: podTemplateFallbacks,
});
export const taskManagerPodTemplate = stringOption("kubernetes.pod-template-file.taskmanager", {
  defaultValue: undefined,
  fallbackKeys: podTemplateFallbacks,
});

export const entryPath = stringOption("kubernetes.entry.path", { defaultValue: "/docker-entrypoint.sh" });
export const flinkConfDir = stringOption("kubernetes.flink.conf.dir", { defaultValue: "/opt/flink/conf" });
export const flinkLogDir = stringOption("kubernetes.flink.log.dir", { defaultValue: undefined });
export const hadoopConfigMap = stringOption("kubernetes.hadoop.conf.config-map.name", { defaultValue: undefined });
export const hadoopMountEnabled = booleanOption("kubernetes.decorator.hadoop-conf-mount.enabled", {
  defaultValue: true,
});
export const kerberosMountEnabled = booleanOption("kubernetes.decorator.kerberos-mount.enabled", {
  defaultValue: true,
});
export const hostNetwork = booleanOption("kubernetes.hostnetwork.enabled", { defaultValue: false });

export const localUploadEnabled = booleanOption("kubernetes.artifacts.local-upload-enabled", { defaultValue: false });
export const userArtifactsBaseDir = stringOption("user.artifacts.base-dir", { defaultValue: "/opt/flink/artifacts" });

/** Where environment variables of the JobManager's container are given, one key for each. */
export const masterEnvPrefix = "containerized.master.env.";
