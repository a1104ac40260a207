import type { Savepoint } from "#server/savepoints/schema.ts";
import { State, type StateShape } from "../ui/state-mark.tsx";

const words: Record<Savepoint["state"], readonly [word: string, shape: StateShape]> = {
  asked: ["Asked for", "starting"],
  "in-progress": ["In progress", "starting"],
  completed: ["Completed", "finished"],
  failed: ["Failed", "failing"],
  unknown: ["Not known", "degraded"],
  disposed: ["Disposed", "canceled"],
};

/** Shape and word of a savepoint's state. */
export function SavepointState({ state }: Pick<Savepoint, "state">) {
  const [word, shape] = words[state];
  return <State shape={shape}>{word}</State>;
}
