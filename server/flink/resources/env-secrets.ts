import { envSecretKeyRef } from "../options/kubernetes-options.ts";
import { extendPod } from "./flink-pod.ts";
import type { Step } from "./step.ts";

/**
 * Keys of Secrets as environment variables.
 *
 * Flink: EnvSecretsDecorator.
 */
export const envSecrets: Step = {
  decorate(pod, { options }) {
    const env = options.get(envSecretKeyRef).map((pairs) => {
      const { env: name, secret, key } = Object.fromEntries(pairs);
      const secretKeyRef = { ...(key !== undefined && { key }), ...(secret !== undefined && { name: secret }) };
      return { ...(name !== undefined && { name }), valueFrom: { secretKeyRef } };
    });
    return extendPod(pod, { env });
  },
};
