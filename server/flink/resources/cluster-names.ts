/** Names and labels of what belongs to a cluster. Flink: KubernetesUtils, Constants. */

export const restServiceName = (clusterId: string): string => `${clusterId}-rest`;
export const configMapName = (clusterId: string): string => `flink-config-${clusterId}`;
export const podTemplateConfigMapName = (clusterId: string): string => `pod-template-${clusterId}`;
export const hadoopConfigMapName = (clusterId: string): string => `hadoop-config-${clusterId}`;
export const keytabSecretName = (clusterId: string): string => `kerberos-keytab-${clusterId}`;
export const krb5ConfigMapName = (clusterId: string): string => `kerberos-krb5conf-${clusterId}`;

export const nativeClusterType = "flink-native-kubernetes";

export function commonLabels(clusterId: string): Record<string, string> {
  return { app: clusterId, type: nativeClusterType };
}

export function jobManagerSelector(clusterId: string): Record<string, string> {
  return { ...commonLabels(clusterId), component: "jobmanager" };
}

/** Longest cluster id: names made from it must fit into 63 characters. */
export const maxClusterIdLength = 45;
