"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { clusterHref } from "../../client/cluster-href.ts";
import { useAddressState } from "../../client/use-address-state.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Key } from "../../ui/key.tsx";
import { useShortcuts } from "../../ui/keyboard.ts";
import { useRowCursor } from "../../ui/use-row-cursor.ts";
import { CancelDialog } from "../actions/cancel-dialog.tsx";
import { jobHref } from "../job-href.ts";
import {
  filtered,
  type Group,
  type GroupBy,
  grouped,
  groupings,
  type SortKey,
  sortKeys,
  stateCounts,
} from "./arrange.ts";
import { JobFilters } from "./job-filters.tsx";
import type { JobRow } from "./job-row.ts";
import { JobTable } from "./job-table.tsx";
import { cancelOff } from "./job-table-row.tsx";
import { useSettledOrder } from "./use-settled-order.ts";

interface JobListProps {
  readonly rows: readonly JobRow[];
  /** All clusters: with their column and grouped by them. */
  readonly manyClusters: boolean;
  readonly groupHead: (group: Group) => ReactNode;
  readonly actions?: ReactNode;
}

/** Jobs with filters, keys, and the dialog to cancel one or several. */
export function JobList({ rows, manyClusters, groupHead, actions }: JobListProps) {
  const router = useRouter();
  const { filter, setFilter, sort, setSort, groupBy, setGroupBy } = useListAddress(manyClusters);
  const order = useSettledOrder(rows, sort);
  const groups = useMemo(() => grouped(filtered(order.shown, filter), groupBy), [order.shown, filter, groupBy]);
  const shown = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const ids = useMemo(() => shown.map((row) => row.id), [shown]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [cancelling, setCancelling] = useState<readonly JobRow[]>([]);
  const textRef = useRef<HTMLInputElement>(null);

  const rowOf = (id: string | null) => shown.find((row) => row.id === id);
  const select = (id: string) => setSelected((before) => toggled(before, id));
  // What ended or went since it was selected is not acted on.
  const chosen = shown.filter((row) => selected.has(row.id) && cancelOff(row) === undefined);
  const { current } = useRowCursor({
    ids,
    onOpen: (id) => {
      const row = rowOf(id);
      if (row) router.push(jobHref(row.job) as Route);
    },
  });
  useShortcuts("Jobs", [
    { keys: "f", does: "Filter", run: () => textRef.current?.focus() },
    { keys: "s", does: "Sort anew", run: order.settle },
    { keys: "x", does: "Select the row", run: () => current !== null && select(current) },
    {
      keys: "l",
      does: "Logs of the row's cluster",
      run: () => {
        const row = rowOf(current);
        if (row) router.push(clusterHref(row.job, "logs") as Route);
      },
    },
  ]);

  return (
    <>
      <JobFilters
        filter={filter}
        onFilter={setFilter}
        {...(manyClusters && { groupBy, onGroupBy: setGroupBy })}
        counts={stateCounts(order.shown, filter)}
        textRef={textRef}
        actions={
          <>
            {chosen.length > 0 && (
              <Button kind="danger-quiet" onClick={() => setCancelling(chosen)}>
                {chosen.length === 1 ? "Cancel the selected job" : `Cancel ${chosen.length} jobs`}
              </Button>
            )}
            {actions}
          </>
        }
      />
      <JobTable
        groups={groups}
        sort={sort}
        onSort={(key) => (key === sort ? order.settle() : setSort(key))}
        cursor={current}
        selected={selected}
        withCluster={manyClusters}
        groupHead={groupHead}
        onSelect={select}
        onCancel={(row) => setCancelling([row])}
      />
      {shown.length === 0 && order.shown.length > 0 && (
        <EmptyState title="No job passes the filter" actions={<Button onClick={() => clear(setFilter)}>Clear</Button>}>
          {filter.text !== "" && `text «${filter.text}» `}
          {filter.state !== "" && `state ${filter.state}`}
        </EmptyState>
      )}
      <Foot shown={shown.length} total={rows.length} order={order} />
      <CancelDialog
        rows={cancelling}
        onClose={(done) => {
          setCancelling([]);
          if (done) setSelected(new Set());
        }}
      />
    </>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** What decides the list, from the address: a filtered list is a link. */
function useListAddress(manyClusters: boolean) {
  const [text, setText] = useAddressState("q");
  const [state, setState] = useAddressState("state");
  const [sortText, setSort] = useAddressState("sort", "state");
  const [groupText, setGroup] = useAddressState("group", "cluster");
  const filter = useMemo(() => ({ text, state }), [text, state]);
  return {
    filter,
    setFilter: (name: "text" | "state", value: string) => (name === "text" ? setText : setState)(value),
    // An address written by hand may say anything.
    sort: sortKeys.find((key) => key === sortText) ?? ("state" as const),
    setSort: (key: SortKey) => setSort(key),
    groupBy: manyClusters ? (groupings.find((by) => by === groupText) ?? ("cluster" as const)) : ("none" as const),
    setGroupBy: (by: GroupBy) => setGroup(by),
  };
}

function clear(setFilter: (name: "text" | "state", value: string) => void) {
  setFilter("text", "");
  setFilter("state", "");
}

interface FootProps {
  readonly shown: number;
  readonly total: number;
  readonly order: Pick<ReturnType<typeof useSettledOrder>, "waiting" | "outOfOrder" | "settle">;
}

/** Under the table: how many, what waits to be taken in, the keys. */
function Foot({ shown, total, order }: FootProps) {
  const count = `${total} ${total === 1 ? "job" : "jobs"}`;
  return (
    <div className="num flex min-h-10 items-center gap-3 px-5 text-12 text-ink-3">
      <span>{shown + order.waiting.length === total ? count : `${shown} of ${count}`}</span>
      <span role="status" className="flex items-center gap-2">
        {order.waiting.length > 0 && (
          <Button onClick={order.settle}>
            {order.waiting.length === 1 ? "1 new job" : `${order.waiting.length} new jobs`}
          </Button>
        )}
        {order.waiting.length === 0 && order.outOfOrder && (
          <>
            Order changed, <Key>s</Key> to sort
          </>
        )}
      </span>
      <span className="flex-1" />
      <span className="flex items-center gap-1.5 max-wide:hidden">
        <Key>j</Key>
        <Key>k</Key> move <Key>Enter</Key> open <Key>x</Key> select
      </span>
    </div>
  );
}
