"use client";
import { useCallback, useMemo, useState } from "react";
import { idOf, type SortKey, settled, sorted } from "./arrange.ts";
import type { ClusterRow } from "./cluster-row.ts";

/**
 * Rows in the order that was settled on load or on request. Live changes move no row: `outOfOrder` says that sorting
 * anew would, and `waiting` are the clusters that came since.
 */
export function useSettledOrder(rows: readonly ClusterRow[], key: SortKey) {
  const [order, setOrder] = useState<readonly string[]>(() => sorted(rows, key));
  const [sortedBy, setSortedBy] = useState(key);
  // Another column was asked for, or the first answer came: both settle anew at once.
  if (sortedBy !== key || (order.length === 0 && rows.length > 0)) {
    setSortedBy(key);
    setOrder(sorted(rows, key));
  }
  const { shown, waiting } = useMemo(() => settled(rows, order), [rows, order]);
  const outOfOrder = useMemo(() => {
    const fresh = sorted(shown, key);
    return shown.some((row, index) => idOf(row) !== fresh[index]);
  }, [shown, key]);
  const settle = useCallback(() => setOrder(sorted(rows, key)), [rows, key]);
  return { shown, waiting, outOfOrder, settle };
}
