import type { ReactNode } from "react";

interface KeyProps {
  readonly children: ReactNode;
  /** On the one primary button and on the pill. */
  readonly onSolid?: boolean;
}

/** A shortcut, drawn on the button that it presses. */
export function Key({ children, onSolid = false }: KeyProps) {
  const colors = onSolid
    ? "border-on-solid-line bg-transparent text-inherit"
    : "border-line-strong bg-surface text-ink-3";
  return (
    <kbd
      className={`inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-1 border px-1 font-sans text-11 font-medium ${colors}`}
    >
      {children}
    </kbd>
  );
}
