import { State, StateMark, type StateShape } from "../ui/state-mark.tsx";

const shapes: Readonly<Record<string, StateShape>> = {
  Running: "running",
  Starting: "starting",
  Pending: "pending",
  Degraded: "degraded",
  Restarting: "restarting",
  Failing: "failing",
  Failed: "failing",
  Deleting: "deleting",
  Suspended: "suspended",
  Finished: "finished",
  Completed: "finished",
  Canceled: "canceled",
  "Last seen": "last-seen",
};

/** The shape of a state by its word; a word that is not known gets the shape of what is not known. */
export function shapeOf(state: string): StateShape {
  return shapes[state] ?? "last-seen";
}

/** A cluster's state: shape, then word. */
export function ClusterState({ state }: { readonly state: string }) {
  return <State shape={shapeOf(state)}>{state}</State>;
}

/** The shape alone, where the word stands elsewhere in the row. */
export function ClusterMark({ state }: { readonly state: string }) {
  return <StateMark shape={shapeOf(state)} />;
}
