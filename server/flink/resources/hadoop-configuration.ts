import { hadoopConfigMap, hadoopMountEnabled } from "../options/kubernetes-options.ts";
import { commonLabels, hadoopConfigMapName } from "./cluster-names.ts";
import { extendPod } from "./flink-pod.ts";
import type { JobManagerParameters, Step } from "./step.ts";

const volumeName = "hadoop-config-volume";
const mountPath = "/opt/hadoop/conf";
const shippedNames = ["core-site.xml", "hdfs-site.xml"];

/**
 * Hadoop's configuration: an existing ConfigMap, or one made of the files that the client has.
 *
 * Flink: HadoopConfMountDecorator.
 */
export const hadoopConfiguration: Step = {
  decorate(pod, parameters) {
    const configMap = mountedConfigMap(parameters);
    if (!configMap) return pod;
    return extendPod(pod, {
      volumes: [{ name: volumeName, configMap }],
      volumeMounts: [{ name: volumeName, mountPath }],
      env: [{ name: "HADOOP_CONF_DIR", value: mountPath }],
    });
  },

  accompany(parameters) {
    const { clusterId, files } = parameters;
    if (!mountedConfigMap(parameters)?.items) return [];
    const data = Object.fromEntries(shippedFiles(parameters).map((name) => [name, files.hadoop?.[name] ?? ""]));
    const metadata = { name: hadoopConfigMapName(clusterId), labels: commonLabels(clusterId) };
    return [{ apiVersion: "v1", kind: "ConfigMap", metadata, data }];
  },
};

/** An existing ConfigMap is mounted whole, ours file by file. */
function mountedConfigMap(parameters: JobManagerParameters) {
  const { options, clusterId } = parameters;
  if (!options.get(hadoopMountEnabled)) return undefined;
  const existing = options.get(hadoopConfigMap);
  if (existing !== undefined) return { name: existing };
  const items = shippedFiles(parameters).map((name) => ({ key: name, path: name }));
  return items.length > 0 ? { name: hadoopConfigMapName(clusterId), items } : undefined;
}

function shippedFiles({ files }: JobManagerParameters): string[] {
  return shippedNames.filter((name) => files.hadoop?.[name] !== undefined);
}
