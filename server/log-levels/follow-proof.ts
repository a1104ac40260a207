import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "../caller.ts";
import { announce } from "../live/announce.ts";
import { log } from "../log.ts";
import { effectOf } from "./parts/level-effect.ts";
import { readProof } from "./read-proof.ts";
import type { ChangedCluster } from "./remember-in-context.ts";

const everyMs = 2_000;
/** Longer than the kubelet's own sync and a usual `monitorInterval` together. */
const longestMs = 180_000;

/**
 * Looks at the pods after a change until nothing is left that may still be seen, and notes in the store what came of it.
 * A later change of the same file ends the look: what came of this one can no longer be told from it.
 */
export async function followProof(
  { cluster, configMapUid, change }: ChangedCluster,
  caller: Caller,
  signal: AbortSignal,
): Promise<void> {
  const at = new Date(change.at);
  const lastLook = at.getTime() + longestMs;
  try {
    while (Date.now() < lastLook) {
      await sleep(everyMs, undefined, { signal, ref: false });
      const proof = await readProof(cluster, caller);
      if (proof.change?.at !== change.at) return;
      if (!proof.settled && Date.now() + everyMs < lastLook) continue;
      await caller.logLevels.noteEffect(configMapUid, at, effectOf(proof));
      return announce({ topic: "events", ...cluster });
    }
  } catch (error) {
    // The cluster may be gone by now, or Kubernetes out of reach: then it stays unknown what came of the change.
    if (!signal.aborted) log.debug({ err: error, ...cluster }, "the effect of a change of log levels was not seen");
  }
}
