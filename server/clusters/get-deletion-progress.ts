import type { Caller, ClusterAddress } from "../caller.ts";
import type { DeletionProgress } from "./cluster-view.schema.ts";
import { remainingOf } from "./parts/remaining.ts";

/** What is still there of a cluster that is going; all of it is told also when nobody has deleted it. */
export async function getDeletionProgress(address: ClusterAddress, caller: Caller): Promise<DeletionProgress> {
  const { done, remaining, highAvailability, cut } = await remainingOf(address, caller);
  return { done, remaining, highAvailability, cut };
}
