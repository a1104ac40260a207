import type { Caller, ClusterAddress } from "../caller.ts";
import { announce } from "../live/announce.ts";
import { expireCluster } from "./parts/seen.ts";

/** After a change: the next look at that cluster's jobs asks its JobManager, and open tabs look. */
export function lookAgain(caller: Caller, cluster: ClusterAddress): void {
  expireCluster({ caller, cluster });
  announce({ topic: "jobs", ...cluster });
}
