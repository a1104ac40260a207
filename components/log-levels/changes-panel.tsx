"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import type { AuditEntry } from "#server/audit/schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { clockText } from "../ui/quantities.tsx";
import { State, type StateShape } from "../ui/state-mark.tsx";
import { type Column, Row, Table } from "../ui/table.tsx";
import { changesQuery } from "./log-level-queries.ts";

const columns: readonly Column[] = [
  { id: "at", head: "When", width: 152 },
  { id: "who", head: "Who", width: 150 },
  { id: "what", head: "What" },
  { id: "outcome", head: "Outcome", width: 110 },
];

const outcomes: Record<AuditEntry["outcome"], { readonly shape: StateShape; readonly word: string }> = {
  done: { shape: "finished", word: "Written" },
  failed: { shape: "failing", word: "Failed" },
  asked: { shape: "last-seen", word: "Not known" },
};

/** Who changed which level, from the audit log. */
export function ChangesPanel({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, refetch } = useQuery(changesQuery(cluster));
  const entries = data?.entries ?? [];
  const all = `/audit?${new URLSearchParams({ ...cluster, text: "log-" })}` as Route;
  return (
    <Panel
      title="Changes"
      note="from the audit"
      actions={
        <Link href={all} className="text-12">
          All
        </Link>
      }
    >
      {error && !data && (
        <ErrorState fact="The audit log could not be read." error={error} onRetry={() => void refetch()} />
      )}
      {data && entries.length === 0 && <EmptyState title="Nobody has changed a level through Drey" />}
      {entries.length > 0 && (
        <Table label="Changes of levels" inset="in" columns={columns} headless>
          {entries.map((entry) => (
            <ChangeRow key={entry.id} entry={entry} />
          ))}
        </Table>
      )}
    </Panel>
  );
}

function ChangeRow({ entry: { at, who, subject, before, after, outcome, detail } }: { readonly entry: AuditEntry }) {
  const { shape, word } = outcomes[outcome];
  const what = `${subject ?? ""}, ${before === undefined ? "" : `${before} to `}${after ?? ""}`;
  return (
    <Row>
      <td className="num text-left! text-ink-2">{clockText(at)}</td>
      <td className="text-ink-2">{who}</td>
      <td title={what}>{what}</td>
      <td title={detail}>
        <State shape={shape}>{word}</State>
      </td>
    </Row>
  );
}
