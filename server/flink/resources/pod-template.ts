import { jobManagerPodTemplate, taskManagerPodTemplate } from "../options/kubernetes-options.ts";
import type { Option } from "../options/option.ts";
import { commonLabels, podTemplateConfigMapName } from "./cluster-names.ts";
import { emptyPod, extendPod, type FlinkPod } from "./flink-pod.ts";
import { readPodTemplate, TemplateError } from "./read-pod-template.ts";
import type { JobManagerParameters, Step } from "./step.ts";

const volumeName = "pod-template-volume";
const taskManagerFile = "taskmanager-pod-template.yaml";

/**
 * The TaskManagers' pod template for the JobManager, which creates their pods. The client does not look into it.
 *
 * Flink: PodTemplateMountDecorator.
 */
export const podTemplate: Step = {
  decorate(pod, { options, clusterId }) {
    if (!options.isSet(taskManagerPodTemplate)) return pod;
    const items = [{ key: taskManagerFile, path: taskManagerFile }];
    return extendPod(pod, {
      volumes: [{ name: volumeName, configMap: { name: podTemplateConfigMapName(clusterId), items } }],
      volumeMounts: [{ name: volumeName, mountPath: "/opt/flink/pod-template" }],
    });
  },

  accompany(parameters) {
    const { options, clusterId } = parameters;
    if (!options.isSet(taskManagerPodTemplate)) return [];
    const text = templateText(parameters, taskManagerPodTemplate) ?? "";
    const metadata = { name: podTemplateConfigMapName(clusterId), labels: commonLabels(clusterId) };
    return [{ apiVersion: "v1", kind: "ConfigMap", metadata, data: { [taskManagerFile]: text } }];
  },
};

/**
 * The pod with which the JobManager's steps begin.
 *
 * Flink: KubernetesClusterDescriptor.deployClusterInternal, KubernetesUtils.loadPodFromTemplateFile.
 */
export function startingPod(parameters: JobManagerParameters): FlinkPod {
  const { options, issues } = parameters;
  const text = templateText(parameters, jobManagerPodTemplate);
  if (text === undefined) return emptyPod;
  try {
    return readPodTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const path = options.get(jobManagerPodTemplate);
    issues.report({
      field: options.keyOf(jobManagerPodTemplate),
      code: "pod-template-unreadable",
      detail: `Pod template file ${path} can't be read: ${error.message}.`,
    });
    return emptyPod;
  }
}

function templateText(
  { options, files, issues }: JobManagerParameters,
  option: Option<string | undefined>,
): string | undefined {
  const path = options.get(option);
  if (path === undefined) return undefined;
  const text = files.named?.[path];
  if (text === undefined) {
    const detail = `Pod template file ${path} does not exist.`;
    issues.report({ field: options.keyOf(option), code: "file-missing", detail });
  }
  return text;
}
