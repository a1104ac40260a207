"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import type { ContextView } from "#server/clusters/cluster-view.schema.ts";
import { clusterHref } from "../../client/cluster-href.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useShortcuts } from "../../ui/keyboard.ts";
import { useRowCursor } from "../../ui/use-row-cursor.ts";
import { filtered, idOf, stateCounts } from "./arrange.ts";
import type { ClusterRow } from "./cluster-row.ts";
import { ClusterTable } from "./cluster-table.tsx";
import { groupRows } from "./group-rows.ts";
import { ListFilters } from "./list-filters.tsx";
import { ListFoot } from "./list-foot.tsx";
import { useListAddress } from "./use-list-address.ts";
import { useSettledOrder } from "./use-settled-order.ts";

interface ClusterListProps {
  readonly rows: readonly ClusterRow[];
  readonly contexts: readonly ContextView[];
  /** More clusters are there than were sent. */
  readonly cut: boolean;
  readonly onDelete: (row: ClusterRow) => void;
  /** Asks the contexts that do not answer again. */
  readonly onRetry: () => void;
}

/** The list with its filters and keys. */
export function ClusterList({ rows, contexts, cut, onDelete, onRetry }: ClusterListProps) {
  const router = useRouter();
  const address = useListAddress();
  const { filter, setFilter, sort, groupBy } = address;
  const order = useSettledOrder(rows, sort);
  const groups = useMemo(
    () => groupRows(filtered(order.shown, filter), groupBy, contexts),
    [order.shown, filter, groupBy, contexts],
  );
  const shown = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const ids = useMemo(() => shown.map(idOf), [shown]);
  const namespaces = useMemo(() => [...new Set(rows.map((row) => row.namespace))].toSorted(), [rows]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const textRef = useRef<HTMLInputElement>(null);

  const rowOf = (id: string | null) => shown.find((row) => idOf(row) === id);
  const go = (id: string | null, below?: string) => {
    const row = rowOf(id);
    if (row) router.push(clusterHref(row, below) as Route);
  };
  const { current } = useRowCursor({ ids, onOpen: (id) => go(id) });
  useShortcuts("Clusters", [
    { keys: "f", does: "Filter", run: () => textRef.current?.focus() },
    { keys: "s", does: "Sort anew", run: order.settle },
    { keys: "l", does: "Logs of the row", run: () => go(current, "logs") },
    { keys: "v", does: "Log levels of the row", run: () => go(current, "log-levels") },
    { keys: "x", does: "Select the row", run: () => current !== null && setSelected(toggled(selected, current)) },
    { keys: ".", does: "More for the row", run: () => openMore(current) },
  ]);

  return (
    <>
      <ListFilters
        filter={filter}
        onFilter={setFilter}
        groupBy={groupBy}
        onGroupBy={address.setGroupBy}
        namespaces={namespaces}
        counts={stateCounts(order.shown, filter)}
        textRef={textRef}
      />
      <ClusterTable
        groups={groups}
        sort={sort}
        onSort={(key) => (key === sort ? order.settle() : address.setSort(key))}
        cursor={current}
        selected={selected}
        onDelete={onDelete}
        onRetry={onRetry}
      />
      {shown.length === 0 && order.shown.length > 0 && (
        <EmptyState
          title="No cluster passes the filter"
          actions={<Button onClick={() => clear(setFilter)}>Clear</Button>}
        >
          {filterText(filter)}
        </EmptyState>
      )}
      <ListFoot
        total={rows.length}
        cut={cut}
        shown={shown.length + order.waiting.length}
        namespaces={namespaces.length}
        contexts={contexts.length}
        waiting={order.waiting.length}
        outOfOrder={order.outOfOrder}
        selected={selected.size}
        onSettle={order.settle}
      />
    </>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function openMore(id: string | null) {
  if (id !== null) document.querySelector<HTMLButtonElement>(`[data-more="${CSS.escape(id)}"]`)?.click();
}

type Setters = ReturnType<typeof useListAddress>;

function clear(setFilter: Setters["setFilter"]) {
  for (const name of ["text", "state", "namespace"] as const) setFilter(name, "");
}

function filterText({ text, state, namespace }: Setters["filter"]): string {
  return [
    text !== "" && `text «${text}»`,
    state !== "" && (state === "attention" ? "needs attention" : state),
    namespace !== "" && `namespace ${namespace}`,
  ]
    .filter(Boolean)
    .join(", ");
}
