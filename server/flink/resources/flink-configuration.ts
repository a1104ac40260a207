import { removeClientSideKeys } from "../configuration/client-keys.ts";
import { JavaHashMap } from "../configuration/java-hash-map.ts";
import { type KeyConflict, nestKeys } from "../configuration/nest-keys.ts";
import { writeConfigYaml } from "../configuration/write-config-yaml.ts";
import { writeFlinkConf } from "../configuration/write-flink-conf.ts";
import { flinkConfDir } from "../options/kubernetes-options.ts";
import { commonLabels, configMapName } from "./cluster-names.ts";
import { extendPod } from "./flink-pod.ts";
import type { RenderIssue } from "./rendering.ts";
import type { JobManagerParameters, Step } from "./step.ts";

const volumeName = "flink-config-volume";

/**
 * The ConfigMap with the configuration and the logging files, mounted over the image's conf folder.
 *
 * Flink: FlinkConfMountDecorator.
 */
export const flinkConfiguration: Step = {
  decorate(pod, parameters) {
    const names = [...shippedLogFiles(parameters), parameters.client.fileName];
    const items = names.map((name) => ({ key: name, path: name }));
    return extendPod(pod, {
      volumes: [{ name: volumeName, configMap: { name: configMapName(parameters.clusterId), items } }],
      volumeMounts: [{ name: volumeName, mountPath: parameters.options.get(flinkConfDir) }],
    });
  },

  accompany(parameters) {
    const { clusterId, client } = parameters;
    const logFiles = shippedLogFiles(parameters).map((name) => [name, client.conf[name] ?? ""]);
    return [
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: configMapName(clusterId), labels: commonLabels(clusterId) },
        data: { ...Object.fromEntries(logFiles), [client.fileName]: shippedConfiguration(parameters) },
      },
    ];
  },
};

/** Names of the logging files that the client has, in the order of the volume's items. */
export function shippedLogFiles({ rules, client }: JobManagerParameters): readonly string[] {
  return rules.shippedLogFiles.filter((name) => client.conf[name] !== undefined);
}

function shippedConfiguration({ client, issues }: JobManagerParameters): string {
  // Copied before keys are removed: the order comes from the size of the whole.
  const shipped = JavaHashMap.copyOf(client.configuration);
  removeClientSideKeys(shipped);
  if (client.fileName === "flink-conf.yaml") return writeFlinkConf(shipped.entries());
  const { tree, conflicts } = nestKeys(shipped.entries());
  for (const conflict of conflicts) issues.report(conflictIssue(conflict));
  return writeConfigYaml(tree);
}

/** Flink loses one of the two, or fails with a class-cast error, by the order of a hash map. */
function conflictIssue({ shorter, longer }: KeyConflict): RenderIssue {
  return {
    field: shorter,
    code: "keys-conflict",
    detail: `'${shorter}' and '${longer}' can't both stand in config.yaml: one is a prefix of the other.`,
  };
}
