import type { ClusterState } from "#server/clusters/cluster-view.schema.ts";

/** A state as it is written on screen: `Running`. */
export function stateWord(state: ClusterState): string {
  return state.charAt(0).toUpperCase() + state.slice(1);
}
