"use client";
import { type LiveState, useLiveState } from "../client/live-channel.ts";
import { clockText } from "../ui/quantities.tsx";
import { StateMark, type StateShape } from "../ui/state-mark.tsx";

function wordOf(live: LiveState): { readonly shape: StateShape; readonly word: string } {
  switch (live.kind) {
    case "live":
      return { shape: "running", word: "Live" };
    case "held":
      return { shape: "suspended", word: "Held while hidden" };
    case "connecting":
      return { shape: "starting", word: "Connecting" };
    case "lost":
      return { shape: "last-seen", word: `Last seen ${clockText(live.since)}` };
  }
}

/** Whether what is on screen is kept fresh: Live, Held, or Last seen since when. */
export function LiveMark() {
  const { shape, word } = wordOf(useLiveState());
  return (
    <span role="status" className="num inline-flex items-center gap-1.5 text-12 text-ink-2">
      <StateMark shape={shape} />
      {word}
    </span>
  );
}
