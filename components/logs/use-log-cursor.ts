"use client";
import { useState } from "react";
import { useShortcuts } from "../ui/keyboard.ts";
import type { LogRow } from "./log-window.ts";

export interface LogCursor {
  /** The row at the cursor, by its id. */
  readonly id: number | undefined;
  readonly set: (id: number) => void;
  readonly unfolded: ReadonlySet<number>;
  readonly toggle: (id: number) => void;
}

interface CursorActions {
  readonly rows: () => readonly LogRow[];
  /** Where the cursor begins: the last row in view. */
  readonly lastSeen: () => number;
  readonly reveal: (index: number) => void;
  readonly onEnd: () => void;
  readonly onWrap: () => void;
  readonly onSearch: () => void;
}

const isError = (row: LogRow) =>
  row.kind === "record" && (row.record.level === "ERROR" || row.record.level === "FATAL") && !row.record.context;

/** The row at hand and the keys that move it, fold it, and go to errors. */
export function useLogCursor(actions: CursorActions): LogCursor {
  const [id, set] = useState<number>();
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const toggle = (row: number) =>
    setUnfolded((before) => {
      const next = new Set(before);
      if (!next.delete(row)) next.add(row);
      return next;
    });
  const move = (by: 1 | -1, wanted: (row: LogRow) => boolean) => {
    const rows = actions.rows();
    const at = rows.findIndex((row) => row.id === id);
    let index = at >= 0 ? at + by : by < 0 ? actions.lastSeen() : rows.length;
    while (index >= 0 && index < rows.length) {
      const row = rows[index];
      if (row !== undefined && wanted(row)) {
        set(row.id);
        actions.reveal(index);
        return;
      }
      index += by;
    }
  };
  useShortcuts("Logs", [
    { keys: "End", does: "Take in what waits and follow", run: actions.onEnd },
    { keys: "[", does: "Previous error", run: () => move(-1, isError) },
    { keys: "]", does: "Next error", run: () => move(1, isError) },
    { keys: "k", does: "Record above", run: () => move(-1, (row) => row.kind === "record") },
    { keys: "j", does: "Record below", run: () => move(1, (row) => row.kind === "record") },
    { keys: "Enter", does: "Unfold the record", run: () => id !== undefined && toggle(id) },
    { keys: "w", does: "Wrap long lines", run: actions.onWrap },
    { keys: "f", does: "Search", run: actions.onSearch },
  ]);
  return { id, set, unfolded, toggle };
}
