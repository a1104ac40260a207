import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { StateMark, type StateShape } from "./state-mark.tsx";

const grounds = {
  plain: "border-line bg-inset",
  wait: "border-wait-line bg-wait-tint",
  bad: "border-bad-line bg-bad-tint",
  info: "border-info-line bg-info-tint",
  ok: "border-ok-line bg-ok-tint",
};
const shapes: Record<keyof typeof grounds, StateShape> = {
  plain: "info",
  wait: "degraded",
  bad: "failing",
  info: "info",
  ok: "finished",
};

interface NoteProps {
  readonly family: keyof typeof grounds;
  /** The bold fact. */
  readonly fact: ReactNode;
  /** The reason, and what still holds. */
  readonly children?: ReactNode;
  /** At most two buttons, below the text. */
  readonly actions?: ReactNode;
  /** The same, right of the text: for a note over the whole page. */
  readonly actionsRight?: ReactNode;
  readonly role?: "alert" | "status";
}

/** A fact that needs someone, why it is so, and the next step. */
export function Note({ family, fact, children, actions, actionsRight, role }: NoteProps) {
  return (
    <div
      role={role}
      className={classNames(
        "flex gap-2.5 rounded-3 border px-3 py-2.5 text-12 leading-[18px] text-ink-2",
        grounds[family],
      )}
    >
      <StateMark shape={shapes[family]} className="mt-[3px]" />
      <div className="min-w-0 flex-1 break-words">
        <b className="font-semibold text-ink">{fact}</b> {children}
        {actions && <div className="mt-2 flex flex-wrap gap-2 text-13">{actions}</div>}
      </div>
      {actionsRight && <div className="flex items-center gap-2 self-center text-13">{actionsRight}</div>}
    </div>
  );
}
