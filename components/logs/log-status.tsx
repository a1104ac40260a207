"use client";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { ErrorState } from "../ui/problem-state.tsx";
import { clockText } from "../ui/quantities.tsx";
import { StateMark, type StateShape } from "../ui/state-mark.tsx";
import { Keeping } from "./keeping.tsx";
import type { StreamState } from "./stream-session.ts";

interface LogStatusProps {
  readonly cluster: ClusterPlace;
  readonly state: StreamState;
  readonly isHeld: boolean;
  /** Records that are not on this page, which holds a bounded number of them. */
  readonly left: number;
}

/** One line under the list: whether it is live, and what is not in it. */
export function LogStatus({ cluster, state, isHeld, left }: LogStatusProps) {
  const { shape, word } = wordOf(state, isHeld);
  return (
    <div className="flex h-7 flex-none items-center gap-3 border-t border-line bg-inset pr-5 pl-4 text-12 text-ink-3">
      <span role="status" className="flex items-center gap-1.5 text-ink-2">
        <StateMark shape={shape} />
        {word}
      </span>
      {left > 0 && (
        <span className="num">
          {left.toLocaleString("en-US")} earlier records are not on this page. Narrow the range to see them.
        </span>
      )}
      <Keeping cluster={cluster} />
    </div>
  );
}

function wordOf(state: StreamState, isHeld: boolean): { readonly shape: StateShape; readonly word: string } {
  switch (state.kind) {
    case "connecting":
      return { shape: "starting", word: "Asking for the records" };
    case "reading":
      return { shape: "starting", word: "Reading what is there" };
    case "live":
      return isHeld ? { shape: "suspended", word: "Held" } : { shape: "running", word: "Live" };
    case "ended":
      return { shape: "finished", word: "Read to the end of the range" };
    case "hidden":
      return { shape: "suspended", word: "Held while hidden" };
    case "lost":
      return { shape: "last-seen", word: `Last seen ${clockText(state.since)}, trying again` };
    case "refused":
      return { shape: "canceled", word: "Not read" };
  }
}

/** Why there are no records, where something is in the way. */
export function LogProblem({ state }: { readonly state: StreamState }) {
  if (state.kind !== "refused" && state.kind !== "lost") return null;
  const fact = state.kind === "refused" ? "The logs could not be read." : "The stream of records broke off.";
  const stillHolds = state.kind === "lost" ? "What came until then stays; the rest follows." : undefined;
  return (
    <div className="px-4 pt-3">
      <ErrorState fact={fact} error={state.error} stillHolds={stillHolds} />
    </div>
  );
}
