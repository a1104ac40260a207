"use client";
import type { Route } from "next";
import Link from "next/link";
import { Fragment, useMemo, useState } from "react";
import type { AuditEntry } from "#server/audit/schema.ts";
import { clusterHref } from "../client/cluster-href.ts";
import { Button } from "../ui/button.tsx";
import { clockText } from "../ui/quantities.tsx";
import { State, type StateShape } from "../ui/state-mark.tsx";
import { type Column, Row, Table } from "../ui/table.tsx";
import { useRowCursor } from "../ui/use-row-cursor.ts";
import { actionWords, changeText } from "./action-words.ts";
import { AuditDetail } from "./audit-detail.tsx";

const columns: readonly Column[] = [
  { id: "at", head: "When", width: 152 },
  { id: "outcome", head: "Outcome", width: 96 },
  { id: "who", head: "Who", width: 104, wideOnly: true },
  { id: "action", head: "What", width: 152 },
  { id: "cluster", head: "To what", width: 208 },
  { id: "change", head: "Before → after" },
  { id: "more", head: "More", width: 60, headHidden: true },
];

const outcomes: Record<AuditEntry["outcome"], { shape: StateShape; word: string; title: string }> = {
  done: { shape: "finished", word: "Done", title: "It took effect" },
  failed: { shape: "failing", word: "Failed", title: "It was refused or failed" },
  asked: { shape: "starting", word: "Asked", title: "Not ended yet, or the console stopped before it ended" },
};

type Cluster = Pick<AuditEntry, "context" | "namespace" | "clusterId">;

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly onShowCluster: (cluster: Cluster) => void;
}

/** One change a row; a row opens to show the whole of it. */
export function AuditTable({ entries, onShowCluster }: AuditTableProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const ids = useMemo(() => entries.map(({ id }) => id), [entries]);
  const { current } = useRowCursor({ ids, onOpen: toggle });
  return (
    <Table label="Changes, newest first" columns={columns} inset="edge" stickyHead>
      {entries.map((entry) => (
        <Fragment key={entry.id}>
          <EntryRow
            entry={entry}
            open={open.has(entry.id)}
            atCursor={entry.id === current}
            onToggle={() => toggle(entry.id)}
          />
          {open.has(entry.id) && (
            <tr>
              <td colSpan={columns.length} className="bg-inset">
                <AuditDetail entry={entry} onShowCluster={() => onShowCluster(entry)} />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </Table>
  );
}

interface EntryRowProps {
  readonly entry: AuditEntry;
  readonly open: boolean;
  readonly atCursor: boolean;
  readonly onToggle: () => void;
}

function EntryRow({ entry, open, atCursor, onToggle }: EntryRowProps) {
  const outcome = outcomes[entry.outcome];
  const change = changeText(entry);
  return (
    <Row atCursor={atCursor} data-row={entry.id}>
      <td className="text-ink-2">
        <time className="num" dateTime={entry.at} title={entry.at}>
          {clockText(entry.at)}
        </time>
      </td>
      <td title={outcome.title}>
        <State shape={outcome.shape}>{outcome.word}</State>
      </td>
      <td title={entry.who} className="max-wide:hidden">
        {entry.who}
      </td>
      <td title={entry.action}>{actionWords(entry.action)}</td>
      <td title={`${entry.context} / ${entry.namespace} / ${entry.clusterId}`}>
        <span className="text-ink-3">{entry.namespace}/</span>
        <Link href={clusterHref(entry) as Route} className="font-strong text-ink">
          {entry.clusterId}
        </Link>
      </td>
      <td title={entry.detail ?? change}>
        {entry.subject && <span className="mono mr-2 text-ink-2">{entry.subject}</span>}
        {entry.detail ? <span className="text-bad-ink">{entry.detail}</span> : <ChangeCell change={change} />}
      </td>
      <td>
        <Button
          kind="ghost"
          icon={open ? "chevron-up" : "chevron-down"}
          iconOnly
          onClick={onToggle}
          aria-expanded={open}
          className="h-6 w-6.5"
        >
          {open ? "Close" : "Show all of it"}
        </Button>
      </td>
    </Row>
  );
}

const ChangeCell = ({ change }: { readonly change: string | undefined }) =>
  change === undefined ? <span className="text-ink-3">–</span> : <span className="mono">{change}</span>;
