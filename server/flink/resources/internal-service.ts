import { blobServerPort, jobManagerRpcPort } from "../options/cluster-options.ts";
import { internalServiceAnnotations, internalServiceLabels } from "../options/kubernetes-options.ts";
import { commonLabels, jobManagerSelector } from "./cluster-names.ts";
import { overlaid } from "./flink-pod.ts";
import type { Step } from "./step.ts";

/**
 * The headless Service by which TaskManagers find the JobManager. With high availability they find it by leader election.
 *
 * Flink: InternalServiceDecorator, HeadlessClusterIPService.
 */
export const internalService: Step = {
  accompany({ clusterId, options, highAvailable, rules }) {
    if (highAvailable) return [];
    const labels = rules.serviceLabels ? Object.fromEntries(options.get(internalServiceLabels)) : {};
    return [
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: {
          name: clusterId,
          ...overlaid("labels", commonLabels(clusterId), labels),
          ...overlaid("annotations", Object.fromEntries(options.get(internalServiceAnnotations))),
        },
        spec: {
          clusterIP: "None",
          selector: jobManagerSelector(clusterId),
          ports: [
            { name: "jobmanager-rpc", port: options.get(jobManagerRpcPort) },
            { name: "blobserver", port: Number(options.get(blobServerPort)) },
          ],
        },
      },
    ];
  },
};
