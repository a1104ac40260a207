import { isFailure } from "../../errors.ts";
import { type ContainerTarget, type KubernetesDoor, readPod, targetsOf } from "./container-target.ts";
import type { LogSource } from "./log-source.ts";

/** The log of a container at the API server. A pod of the same name that came later is another one. */
export function podLogSource(door: KubernetesDoor, namespace: string, target: ContainerTarget): LogSource {
  return {
    open: (options, signal) => door.podLog(namespace, target.pod, options, signal),
    look: async () => {
      const pod = await readPod(door, namespace, target.pod).catch(undefinedWhenGone);
      if (pod === undefined || pod.metadata?.uid !== target.uid) return undefined;
      return targetsOf(pod, target.container)[0];
    },
  };
}

function undefinedWhenGone(error: unknown): undefined {
  if (!isFailure(error, "not-found")) throw error;
}
