import { restBindPort, restPort } from "../options/cluster-options.ts";
import { restServiceAnnotations, restServiceExposedType, restServiceLabels } from "../options/kubernetes-options.ts";
import { commonLabels, jobManagerSelector, restServiceName } from "./cluster-names.ts";
import { overlaid } from "./flink-pod.ts";
import type { Step } from "./step.ts";

/**
 * The Service that exposes the JobManager's REST port.
 *
 * Headless_ClusterIP is Flink's own name: Kubernetes knows only ClusterIP with clusterIP "None".
 * Flink: ExternalServiceDecorator, ServiceType.
 */
export const restService: Step = {
  accompany({ clusterId, options, rules }) {
    const exposedType = options.get(restServiceExposedType);
    const headless = exposedType === "Headless_ClusterIP";
    const labels = rules.serviceLabels ? Object.fromEntries(options.get(restServiceLabels)) : {};
    return [
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: {
          name: restServiceName(clusterId),
          ...overlaid("labels", commonLabels(clusterId), labels),
          ...overlaid("annotations", Object.fromEntries(options.get(restServiceAnnotations))),
        },
        spec: {
          type: headless ? "ClusterIP" : exposedType,
          ...(headless && { clusterIP: "None" }),
          selector: jobManagerSelector(clusterId),
          ports: [{ name: "rest", port: options.get(restPort), targetPort: Number(options.get(restBindPort)) }],
        },
      },
    ];
  },
};
