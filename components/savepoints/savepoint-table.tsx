"use client";
import { useMemo, useRef, useState } from "react";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { useAddressState } from "../client/use-address-state.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterField } from "../ui/field.tsx";
import { useShortcuts } from "../ui/keyboard.ts";
import { type Column, Table } from "../ui/table.tsx";
import { useRowCursor } from "../ui/use-row-cursor.ts";
import { DisposeDialog } from "./dispose-dialog.tsx";
import { SavepointRow } from "./savepoint-row.tsx";
import { type Listing, matching } from "./savepoint-words.ts";
import { StartDialog } from "./start-dialog.tsx";

interface SavepointTableProps {
  readonly savepoints: readonly Savepoint[];
  readonly listing: Listing;
}

interface Acting {
  readonly on: Savepoint;
  readonly how: "start" | "dispose";
}

/** Savepoints, the newest first, with what can be done with each. */
export function SavepointTable({ savepoints, listing }: SavepointTableProps) {
  const [text, setText] = useAddressState("q");
  const [acting, act] = useState<Acting | undefined>(undefined);
  const shown = useMemo(() => matching(savepoints, text), [savepoints, text]);
  const ids = useMemo(() => shown.map((one) => one.id), [shown]);
  const { current } = useRowCursor({ ids, onOpen: openActions });
  useShortcuts("Savepoints", [
    { keys: ".", does: "More for the row", run: () => current !== null && openActions(current) },
  ]);
  const close = () => act(undefined);
  return (
    <>
      {listing !== "job" && <Filter text={text} onText={setText} />}
      <div className="border-t border-line">
        <Table label="Savepoints" inset="edge" columns={columnsOf(listing)} stickyHead>
          {shown.map((one) => (
            <SavepointRow
              key={one.id}
              savepoint={one}
              listing={listing}
              atCursor={current === one.id}
              onStart={() => act({ on: one, how: "start" })}
              onDispose={() => act({ on: one, how: "dispose" })}
            />
          ))}
        </Table>
      </div>
      {shown.length === 0 && (
        <EmptyState title="No savepoint passes the filter" actions={<Button onClick={() => setText("")}>Clear</Button>}>
          text «{text}»
        </EmptyState>
      )}
      {acting?.how === "start" && <StartDialog savepoint={acting.on} onClose={close} />}
      {acting?.how === "dispose" && <DisposeDialog savepoint={acting.on} onClose={close} />}
    </>
  );
}

function openActions(id: string) {
  document.querySelector<HTMLButtonElement>(`[data-row="${CSS.escape(id)}"] button[aria-haspopup]`)?.click();
}

interface FilterProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Filter({ text, onText }: FilterProps) {
  const field = useRef<HTMLInputElement>(null);
  useShortcuts("Filter of savepoints", [{ keys: "f", does: "Filter", run: () => field.current?.focus() }]);
  return (
    <div className="flex items-center gap-2 px-5 py-3">
      <FilterField
        ref={field}
        label="Filter savepoints by job, cluster or path"
        placeholder="Job, cluster or path"
        shortcut="f"
        className="w-75"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />
    </div>
  );
}

const columnsOf = (listing: Listing): readonly Column[] => [
  { id: "state", head: "State", width: 116 },
  ...(listing === "job" ? [] : [{ id: "job", head: "Job", width: 220, narrowWidth: 150 }]),
  ...(listing === "all" ? [{ id: "cluster", head: "Cluster", width: 180, narrowWidth: 120 }] : []),
  { id: "kind", head: "Why", width: 140, wideOnly: true },
  { id: "path", head: "Where, or why not" },
  { id: "size", head: "Size", width: 84, numeric: true, wideOnly: true },
  { id: "took", head: "Took", width: 84, numeric: true, wideOnly: true },
  { id: "asked", head: "Asked for", width: 150, numeric: true },
  { id: "actions", head: "Actions", headHidden: true, width: 60 },
];
