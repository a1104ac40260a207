import type { Caller, ClusterAddress } from "../caller.ts";
import { announce } from "../live/announce.ts";
import { annotatedOverrides, type LevelChange, overridesAnnotation } from "./parts/level-overrides.ts";
import { rememberLevels } from "./parts/remember-levels.ts";
import { clusterOfMap, watchedMaps } from "./parts/watched-maps.ts";

/** A change of a cluster's logging file that was not known before. */
export interface ChangedCluster {
  readonly cluster: ClusterAddress;
  readonly configMapUid: string;
  readonly change: LevelChange;
}

const mostMaps = 5_000;

/**
 * Puts annotations that are new since the last look into the store, those that other consoles wrote among them: then each
 * console knows the former levels, should somebody remove the annotation. Gives the changes that came to light.
 * `remembered` is what was seen the last time, by the ConfigMap's uid.
 */
export async function rememberInContext(
  context: string,
  caller: Caller,
  remembered: Map<string, string>,
): Promise<ChangedCluster[]> {
  const changed: ChangedCluster[] = [];
  if (remembered.size > mostMaps) remembered.clear();
  for (const map of watchedMaps(context, caller)) {
    const configMapUid = map.metadata?.uid;
    const text = map.metadata?.annotations?.[overridesAnnotation];
    if (configMapUid === undefined || text === undefined || remembered.get(configMapUid) === text) continue;
    remembered.set(configMapUid, text);
    const [kept, cluster] = [annotatedOverrides(map.metadata?.annotations), clusterOfMap(context, map)];
    if (kept === undefined || cluster === undefined) continue;
    await rememberLevels(configMapUid, kept, caller);
    if (kept.change) changed.push({ cluster, configMapUid, change: kept.change });
    announce({ topic: "events", ...cluster });
  }
  return changed;
}
