import { State, type StateShape } from "../ui/state-mark.tsx";

export interface StatedJob {
  readonly state: string;
  readonly tasksTotal: number;
  readonly tasksRunning: number;
  readonly cancelAskedAt?: number | undefined;
}

const states: Readonly<Record<string, readonly [word: string, shape: StateShape]>> = {
  INITIALIZING: ["Starting", "starting"],
  CREATED: ["Starting", "starting"],
  RECONCILING: ["Starting", "starting"],
  RUNNING: ["Running", "running"],
  RESTARTING: ["Restarting", "restarting"],
  FAILING: ["Failing", "failing"],
  FAILED: ["Failed", "failing"],
  CANCELLING: ["Canceling", "deleting"],
  CANCELED: ["Canceled", "canceled"],
  FINISHED: ["Finished", "finished"],
  SUSPENDED: ["Suspended", "suspended"],
};

/** The word of a job's state. A job that Flink calls running while none of its tasks does is still starting. */
export function stateWord({ state, tasksTotal, tasksRunning, cancelAskedAt }: StatedJob): string {
  if (cancelAskedAt !== undefined && !hasEnded(state)) return "Canceling";
  if (state === "RUNNING" && tasksTotal > 0 && tasksRunning === 0) return "Starting";
  return states[state]?.[0] ?? state;
}

const shapes = new Map(Object.values(states).map(([word, shape]) => [word, shape]));

export const shapeOfWord = (word: string): StateShape => shapes.get(word) ?? "info";

export const hasEnded = (state: string): boolean => ["FINISHED", "CANCELED", "FAILED"].includes(state);

interface JobStateProps {
  readonly job: StatedJob;
  /** Its JobManager does not answer: what is shown was seen before. */
  readonly stale?: boolean;
}

/** Shape and word of a job's state. */
export function JobState({ job, stale = false }: JobStateProps) {
  if (stale) return <State shape="last-seen">Last seen</State>;
  const word = stateWord(job);
  return <State shape={shapeOfWord(word)}>{word}</State>;
}
