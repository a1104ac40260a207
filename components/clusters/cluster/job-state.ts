import type { StateShape } from "../../ui/state-mark.tsx";

interface JobState {
  readonly word: string;
  readonly shape: StateShape;
  /** It takes slots, or will again. */
  readonly alive: boolean;
}

const states: Readonly<Record<string, JobState>> = {
  INITIALIZING: { word: "Starting", shape: "starting", alive: true },
  CREATED: { word: "Starting", shape: "starting", alive: true },
  RUNNING: { word: "Running", shape: "running", alive: true },
  RESTARTING: { word: "Restarting", shape: "restarting", alive: true },
  RECONCILING: { word: "Restarting", shape: "restarting", alive: true },
  FAILING: { word: "Failing", shape: "failing", alive: true },
  CANCELLING: { word: "Canceling", shape: "deleting", alive: true },
  SUSPENDED: { word: "Suspended", shape: "suspended", alive: true },
  FAILED: { word: "Failed", shape: "failing", alive: false },
  CANCELED: { word: "Canceled", shape: "canceled", alive: false },
  FINISHED: { word: "Finished", shape: "finished", alive: false },
};

/** What to show for Flink's word of a job's state; one that is not known is shown as it is. */
export function jobStateOf(state: string): JobState {
  return states[state] ?? { word: state, shape: "info", alive: true };
}
