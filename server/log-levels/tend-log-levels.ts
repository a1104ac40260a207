import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "../caller.ts";
import { endedInStore, expireInContext } from "./expire-overrides.ts";
import { followProof } from "./follow-proof.ts";
import { rememberInContext } from "./remember-in-context.ts";

const everyMs = 1_000;

/**
 * What the console does by itself for log levels, once a second until the signal aborts, in every context of the
 * kubeconfig: it remembers what was changed, by whichever console, sees what came of it, and ends what is over.
 */
export async function tendLogLevels(caller: Caller, signal: AbortSignal): Promise<void> {
  const failedAt = new Map<string, number>();
  const remembered = new Map<string, string>();
  while (!signal.aborted) {
    const inStore = await endedInStore(caller, new Date());
    await Promise.all(
      caller.contexts.map(async (context) => {
        for (const changed of await rememberInContext(context, caller, remembered)) {
          void followProof(changed, caller, signal);
        }
        await expireInContext(context, caller, failedAt, inStore);
      }),
    );
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
