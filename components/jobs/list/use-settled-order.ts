"use client";
import { useCallback, useMemo, useState } from "react";
import { type SortKey, settled, sorted } from "./arrange.ts";
import type { JobRow } from "./job-row.ts";

/** Rows in the order that was settled on load or on request; live changes move no row. */
export function useSettledOrder(rows: readonly JobRow[], key: SortKey) {
  const [order, setOrder] = useState<readonly string[]>(() => sorted(rows, key));
  const [sortedBy, setSortedBy] = useState(key);
  if (sortedBy !== key || (order.length === 0 && rows.length > 0)) {
    setSortedBy(key);
    setOrder(sorted(rows, key));
  }
  const { shown, waiting } = useMemo(() => settled(rows, order), [rows, order]);
  const outOfOrder = useMemo(() => {
    const fresh = sorted(shown, key);
    return shown.some((row, index) => row.id !== fresh[index]);
  }, [shown, key]);
  const settle = useCallback(() => setOrder(sorted(rows, key)), [rows, key]);
  return { shown, waiting, outOfOrder, settle };
}
