import type { Caller } from "../../caller.ts";
import { log } from "../../log.ts";
import type { ConfigMap } from "./kubernetes-objects.ts";
import { annotatedOverrides, type KeptOverrides, keptOf, nextEnd, noOverrides } from "./level-overrides.ts";

/**
 * What was changed in a ConfigMap's logging file. The annotation wins wherever it can be read: it was written with the
 * file, by whichever console. Only where it is gone or garbled does this console's store tell (decision 0070).
 */
export async function rememberedOverrides({ metadata }: ConfigMap, caller: Caller): Promise<KeptOverrides> {
  const annotated = annotatedOverrides(metadata?.annotations);
  if (annotated !== undefined || metadata?.uid === undefined) return annotated ?? noOverrides;
  try {
    return keptOf(await caller.logLevels.find(metadata.uid)) ?? noOverrides;
  } catch (error) {
    log.warn({ err: error }, "the store can't tell which levels were changed");
    return noOverrides;
  }
}

/** Puts what the annotation has into the store, too. A store that fails is no failure: the annotation is written. */
export async function rememberLevels(configMapUid: string, kept: KeptOverrides, caller: Caller): Promise<void> {
  try {
    await caller.logLevels.keep(configMapUid, kept, nextEnd(kept));
    if (kept.change) await caller.logLevels.noteChange(configMapUid, new Date(kept.change.at), kept.change);
  } catch (error) {
    log.warn({ err: error }, "what was changed in a logging file is not in the store");
  }
}
