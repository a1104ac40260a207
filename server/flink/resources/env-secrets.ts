import type { V1EnvVar } from "@kubernetes/client-node";
import { envSecretKeyRef } from "../options/kubernetes-options.ts";
import type { TextPairs } from "../options/map-value.ts";
import { extendPod } from "./flink-pod.ts";
import type { JobManagerParameters, Step } from "./step.ts";

/**
 * Keys of Secrets as environment variables.
 *
 * Flink: EnvSecretsDecorator.
 */
export const envSecrets: Step = {
  decorate(pod, parameters) {
    const env = parameters.options.get(envSecretKeyRef).flatMap((pairs) => secretVariable(pairs, parameters));
    return extendPod(pod, { env });
  },
};

/** Flink sends what is there; without any of the three the API server refuses it. */
function secretVariable(pairs: TextPairs, { issues }: JobManagerParameters): V1EnvVar[] {
  const { env, secret, key } = Object.fromEntries(pairs);
  if (env !== undefined && secret !== undefined && key !== undefined) {
    return [{ name: env, valueFrom: { secretKeyRef: { name: secret, key } } }];
  }
  // The option counts as sensitive: what was written is not repeated.
  const detail = `Each entry of ${envSecretKeyRef.key} should be of the form env:NAME,secret:SECRET,key:KEY.`;
  issues.report({ field: envSecretKeyRef.key, code: "secret-variable-incomplete", detail });
  return [];
}
