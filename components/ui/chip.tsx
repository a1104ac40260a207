import type { ReactNode } from "react";
import { StateMark, type StateShape } from "./state-mark.tsx";

interface ChipProps {
  readonly children: ReactNode;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly shape?: StateShape;
  /** How many there are; its width is fixed so that a changing count moves nothing. */
  readonly count?: number;
}

/** A filter that is on or off, with how many it lets through. */
export function Chip({ children, pressed, onPress, shape, count }: ChipProps) {
  const colors = pressed
    ? "border-control bg-selected text-ink"
    : "border-line-strong bg-surface text-ink-2 hover:bg-hover";
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={`inline-flex h-[26px] items-center gap-1.5 rounded-full border px-[9px] text-12 font-medium whitespace-nowrap transition-colors focus-visible:rounded-full ${colors}`}
    >
      {shape && <StateMark shape={shape} />}
      {children}
      {count !== undefined && (
        <span className="num min-w-[14px] text-right font-normal text-ink-3">{count.toLocaleString("en-US")}</span>
      )}
    </button>
  );
}
