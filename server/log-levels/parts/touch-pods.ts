import type { Caller, ClusterAddress } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import { failureDetail } from "../../failure-detail.ts";
import { log } from "../../log.ts";
import { inParallel } from "./in-parallel.ts";
import type { Pod } from "./kubernetes-objects.ts";
import { touchedAnnotation } from "./level-overrides.ts";

/**
 * Writes an annotation on each pod, whereupon its kubelet syncs it at once and mounts the changed file, instead of within
 * its period of about a minute. A pod that can't be patched is no failure: it only takes longer.
 */
export async function touchPods(
  pods: readonly Pod[],
  { context, namespace }: ClusterAddress,
  caller: Caller,
): Promise<{ touched: number; notTouched?: string }> {
  const door = caller.kubernetes(context);
  const patch = { metadata: { annotations: { [touchedAnnotation]: new Date().toISOString() } } };
  const outcomes = await inParallel(pods, async ({ metadata }) => {
    try {
      await door.patch("Pod", namespace, metadata?.name ?? "", patch);
      return undefined;
    } catch (error) {
      if (error instanceof ConsoleError) return failureDetail(error.failure);
      log.error({ err: error, pod: metadata?.name }, "touching a pod failed");
      return failureDetail({ kind: "unexpected" });
    }
  });
  const notTouched = outcomes.find((outcome) => outcome !== undefined);
  return {
    touched: outcomes.filter((outcome) => outcome === undefined).length,
    ...(notTouched !== undefined && { notTouched }),
  };
}
