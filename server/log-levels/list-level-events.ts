import type { Caller, ClusterAddress } from "../caller.ts";
import type { AnswerOf } from "../operation.schema.ts";
import { type LevelEvent, levelEffect } from "./log-level-view.schema.ts";
import { configMapName } from "./parts/kubernetes-objects.ts";
import { changeOf } from "./parts/level-overrides.ts";
import type { listLevelEventsOperation } from "./schema.ts";

const mostChanges = 100;

/**
 * What happened to the levels of a cluster, newest first: each change, by whichever console, and what was seen of its
 * effect. Of the cluster as it is now: one that had its name before is another.
 */
export async function listLevelEvents(
  { context, namespace, clusterId }: ClusterAddress,
  caller: Caller,
): Promise<AnswerOf<typeof listLevelEventsOperation>> {
  const { metadata } = await caller.kubernetes(context).read("ConfigMap", namespace, configMapName(clusterId));
  const rows = await caller.logLevels.changes(metadata?.uid ?? "", mostChanges + 1);
  const events = rows.slice(0, mostChanges).flatMap(({ at, change: kept, effect: seen, effectAt }): LevelEvent[] => {
    const change = changeOf(kept);
    if (!change) return [];
    const effect = levelEffect.safeParse(seen).data;
    const changed: LevelEvent = { what: "changed", ...change, kind: change.kind ?? "set", at: at.toISOString() };
    return effect && effectAt
      ? [changed, { what: "effect", at: effectAt.toISOString(), changedAt: changed.at, effect }]
      : [changed];
  });
  return {
    events: events.toSorted((one, other) => other.at.localeCompare(one.at)),
    cut: rows.length > mostChanges,
  };
}
