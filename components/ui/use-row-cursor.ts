"use client";
import { useCallback, useEffect, useState } from "react";
import { useShortcuts } from "./keyboard.ts";

interface RowCursor {
  /** The id of the row at the cursor, or null before the first `j`. */
  readonly current: string | null;
  readonly moveTo: (id: string | null) => void;
}

interface RowCursorOptions {
  /** Ids in the order of the rows. Rows carry `data-row={id}`. */
  readonly ids: readonly string[];
  /** `Enter` on the row. */
  readonly onOpen?: (id: string) => void;
}

/** The cursor of a table: `j` and `k` move, `Enter` opens. Keeps its row when rows come and go. */
export function useRowCursor({ ids, onOpen }: RowCursorOptions): RowCursor {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    if (current !== null && !ids.includes(current)) setCurrent(null);
  }, [ids, current]);

  const step = useCallback(
    (by: 1 | -1) => {
      const at = current === null ? -1 : ids.indexOf(current);
      const next = ids[at === -1 ? (by === 1 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by))];
      if (next === undefined) return;
      setCurrent(next);
      document.querySelector(`[data-row="${CSS.escape(next)}"]`)?.scrollIntoView({ block: "nearest" });
    },
    [current, ids],
  );

  useShortcuts("Rows", [
    { keys: "j", does: "Next row", run: () => step(1) },
    { keys: "k", does: "Previous row", run: () => step(-1) },
    ...(onOpen ? [{ keys: "Enter", does: "Open the row", run: () => current !== null && onOpen(current) }] : []),
  ]);
  return { current, moveTo: setCurrent };
}
