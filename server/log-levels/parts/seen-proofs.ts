import { processWide } from "../../process-wide.ts";
import type { FoundLine } from "./find-evidence.ts";

/** What was seen of a pod and stays true. */
export interface SeenOfPod {
  /** The file that was last seen mounted, since when, and which files Flink was started with. */
  mounted?: { readonly hash: string; readonly at: Date; readonly configured: readonly string[] };
  /** Lines that prove a change, by `changeKey`. */
  readonly lines: Map<string, FoundLine>;
  /** By `changeKey`: the log has been searched for it up to this timestamp. */
  readonly searchedTo: Map<string, string>;
}

const mostPods = 2_000;
const mostChanges = 500;
const seen = processWide("log-levels.seen", () => new Map<string, SeenOfPod>());

/** What is known of a pod. It only saves looking again: everything in it can be seen anew. */
export function seenOfPod(uid: string): SeenOfPod {
  const known = seen.get(uid);
  if (known && known.searchedTo.size < mostChanges) return known;
  if (seen.size >= mostPods) seen.clear();
  const made: SeenOfPod = { lines: new Map(), searchedTo: new Map() };
  seen.set(uid, made);
  return made;
}
