import type { ContextView } from "#server/clusters/cluster-view.schema.ts";
import { clockText } from "../ui/quantities.tsx";
import type { StateShape } from "../ui/state-mark.tsx";

export const contextShapes: Readonly<Record<ContextView["state"], StateShape>> = {
  live: "running",
  waiting: "starting",
  unreachable: "last-seen",
  refused: "canceled",
};

/** A context's health in words, for the row above its clusters. Absent while it is live. */
export function contextTrouble({ state, staleSince }: ContextView): string | undefined {
  switch (state) {
    case "live":
      return undefined;
    case "waiting":
      return "Waiting for the API server's first answer.";
    case "unreachable":
      return staleSince === undefined
        ? "API server does not answer. Its clusters were never seen."
        : `API server does not answer since ${clockText(staleSince)}. Shown as last seen; changes are off.`;
    case "refused":
      return "Kubernetes refuses to list Deployments, Pods or Services there.";
  }
}
