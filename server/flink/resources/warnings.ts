import { grammarOf } from "../configuration/client-configuration.ts";
import { checkKeys } from "../options/catalogue/check-keys.ts";
import { highAvailabilityStorageDir, krb5Conf } from "../options/cluster-options.ts";
import * as kubernetes from "../options/kubernetes-options.ts";
import { flinkMinors, flinkRules } from "../versions.ts";
import { shippedLogFiles } from "./flink-configuration.ts";
import type { FlinkPod } from "./flink-pod.ts";
import { podWarnings } from "./pod-warnings.ts";
import type { RenderIssue } from "./rendering.ts";
import type { JobManagerParameters } from "./step.ts";

/** What Flink's client does not say: things that fail later, or surprise. Each with the way out. */
export function warningsOf(pod: FlinkPod, parameters: JobManagerParameters): readonly RenderIssue[] {
  const { client, rules } = parameters;
  const found = [
    versionWarning(parameters),
    imageWarning(pod, parameters),
    exposureWarning(parameters),
    log4jWarning(parameters),
    storageWarning(parameters),
    krb5Warning(parameters),
    ...taskManagerLimitWarnings(parameters),
  ];
  return [
    ...found.filter((warning) => warning !== undefined),
    ...podWarnings(pod),
    ...checkKeys(client.configuration.entries(), rules.minor, grammarOf(client, rules)),
  ];
}

function versionWarning({ rules }: JobManagerParameters): RenderIssue | undefined {
  if (rules.match === "exact") return undefined;
  const detail = `Flink ${rules.version} is not known here (${flinkMinors.join(", ")} are). The rules of ${rules.minor} are used.`;
  return { field: "flinkVersion", code: "version-nearest", detail };
}

/** Reads a version off tags such as `flink:2.3.0-scala_2.12-java17`; images of people's own say nothing by their tag. */
function imageWarning({ mainContainer }: FlinkPod, { rules, options }: JobManagerParameters): RenderIssue | undefined {
  const image = mainContainer.image ?? "";
  const tag = /(?:^|\/)flink:(\d+\.\d+(?:\.\d+)?)(?:$|[-_])/.exec(image)?.[1];
  if (tag === undefined || flinkRules(tag)?.minor === rules.minor) return undefined;
  const field = options.keyOf(kubernetes.containerImage) ?? kubernetes.containerImage.key;
  const detail = `The image ${image} holds Flink ${tag}, but the cluster is made for Flink ${rules.version}.`;
  return { field, code: "image-of-other-version", detail };
}

function exposureWarning({ options, clusterId, namespace }: JobManagerParameters): RenderIssue | undefined {
  const option = kubernetes.restServiceExposedType;
  const type = options.get(option);
  if (type === "LoadBalancer") {
    const detail =
      "LoadBalancer may make the cluster reachable from the internet, and whoever reaches it can run code. Restrict it by kubernetes.rest-service.annotations, or use ClusterIP.";
    return { field: option.key, code: "exposed-by-load-balancer", detail };
  }
  if (type === "NodePort") return undefined;
  const detail = `The REST endpoint is reachable only inside the Kubernetes cluster. From outside use the console, or kubectl port-forward -n ${namespace} service/${clusterId}-rest 8081.`;
  return { field: option.key, code: "reachable-inside-only", detail };
}

function log4jWarning(parameters: JobManagerParameters): RenderIssue | undefined {
  const name = "log4j-console.properties";
  if (shippedLogFiles(parameters).includes(name)) return undefined;
  const detail = `Without ${name} pods log errors only: the mounted ConfigMap hides the image's own file.`;
  return { field: `files.conf.${name}`, code: "log4j-file-missing", detail };
}

function storageWarning({ options, highAvailable }: JobManagerParameters): RenderIssue | undefined {
  if (!highAvailable || options.get(highAvailabilityStorageDir)?.trim()) return undefined;
  const field = highAvailabilityStorageDir.key;
  return {
    field,
    code: "storage-dir-missing",
    detail: `High availability needs ${field}: the JobManager will not start.`,
  };
}

function krb5Warning({ options, files }: JobManagerParameters): RenderIssue | undefined {
  const path = options.get(krb5Conf);
  const mounted = path?.trim() && options.get(kubernetes.kerberosMountEnabled);
  if (!path || !mounted || files.named?.[path] !== undefined) return undefined;
  const detail = `${path} does not exist: the pod waits for a ConfigMap that is never made.`;
  return { field: krb5Conf.key, code: "file-missing", detail };
}

/** The client leaves them to the JobManager, which fails when it asks for the first TaskManager. */
function taskManagerLimitWarnings({ options }: JobManagerParameters): RenderIssue[] {
  return [kubernetes.taskManagerCpuLimitFactor, kubernetes.taskManagerMemoryLimitFactor].flatMap((option) => {
    if (options.get(option) >= 1) return [];
    const detail = `${option.key} should be greater or equal to 1: no TaskManager will start.`;
    return [{ field: option.key, code: "limit-under-request", detail }];
  });
}
