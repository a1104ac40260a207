import type { Savepoint } from "#server/savepoints/schema.ts";
import type { StateShape } from "../ui/state-mark.tsx";

/** Whose savepoints a table lists: it leaves out the columns that say the same in each row. */
export type Listing = "all" | "cluster" | "job";

/** Word and shape of each state. */
export const stateWords: Record<Savepoint["state"], readonly [word: string, shape: StateShape]> = {
  asked: ["Asked for", "starting"],
  "in-progress": ["In progress", "starting"],
  completed: ["Completed", "finished"],
  failed: ["Failed", "failing"],
  unknown: ["Not known", "degraded"],
  disposed: ["Disposed", "canceled"],
};

/** Why it exists. */
export const kindWords: Record<Savepoint["kind"], string> = {
  savepoint: "savepoint",
  stop: "stop with savepoint",
  seen: "made elsewhere",
  checkpoint: "last checkpoint",
};

/** The savepoints whose job, cluster, place or path holds the text, whatever the case. */
export function matching(savepoints: readonly Savepoint[], text: string): Savepoint[] {
  const wanted = text.trim().toLowerCase();
  return savepoints.filter((one) =>
    [one.jobName, one.jobId, one.clusterId, one.namespace, one.context, one.path ?? "", one.reason ?? ""].some(
      (place) => place.toLowerCase().includes(wanted),
    ),
  );
}
