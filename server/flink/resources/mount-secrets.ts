import { secrets } from "../options/kubernetes-options.ts";
import { extendPod } from "./flink-pod.ts";
import type { Step } from "./step.ts";

/**
 * Secrets as files. Their names are not made fit for volume names, as Flink does not.
 *
 * Flink: MountSecretsDecorator.
 */
export const mountSecrets: Step = {
  decorate(pod, { options }) {
    const mounted = options.get(secrets);
    return extendPod(pod, {
      volumes: mounted.map(([secretName]) => ({ name: `${secretName}-volume`, secret: { secretName } })),
      volumeMounts: mounted.map(([secretName, mountPath]) => ({ name: `${secretName}-volume`, mountPath })),
    });
  },
};
