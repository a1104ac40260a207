"use client";
import type { Route } from "next";
import Link from "next/link";
import { useMemo, useRef, useState } from "react";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { clusterHref } from "../client/cluster-href.ts";
import { useAddressState } from "../client/use-address-state.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterField } from "../ui/field.tsx";
import { useShortcuts } from "../ui/keyboard.ts";
import { Menu } from "../ui/menu.tsx";
import { bytesText, clockText, tookText } from "../ui/quantities.tsx";
import { State } from "../ui/state-mark.tsx";
import { type Column, Row, Table } from "../ui/table.tsx";
import { useRowCursor } from "../ui/use-row-cursor.ts";
import { DisposeDialog } from "./dispose-dialog.tsx";
import { useForgetSavepoint } from "./savepoint-queries.ts";
import { kindWords, matching, stateWords } from "./savepoint-words.ts";

interface SavepointTableProps {
  readonly savepoints: readonly Savepoint[];
  /** False on a cluster's own page. */
  readonly withCluster: boolean;
}

/** Savepoints, the newest first, with what can be done with each. */
export function SavepointTable({ savepoints, withCluster }: SavepointTableProps) {
  const [text, setText] = useAddressState("q");
  const [disposing, dispose] = useState<Savepoint | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => matching(savepoints, text), [savepoints, text]);
  const ids = useMemo(() => shown.map((one) => one.id), [shown]);
  const { current } = useRowCursor({ ids });
  useShortcuts("Savepoints", [{ keys: "f", does: "Filter", run: () => field.current?.focus() }]);
  return (
    <>
      <div className="flex items-center gap-2 px-5 py-3">
        <FilterField
          ref={field}
          label="Filter savepoints by job, cluster or path"
          placeholder="Job, cluster or path"
          shortcut="f"
          className="w-75"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
      </div>
      <div className="border-t border-line">
        <Table label="Savepoints" inset="edge" columns={columnsOf(withCluster)} stickyHead>
          {shown.map((one) => (
            <SavepointRow
              key={one.id}
              savepoint={one}
              withCluster={withCluster}
              atCursor={current === one.id}
              onDispose={dispose}
            />
          ))}
        </Table>
      </div>
      {shown.length === 0 && (
        <EmptyState title="No savepoint passes the filter" actions={<Button onClick={() => setText("")}>Clear</Button>}>
          text «{text}»
        </EmptyState>
      )}
      {disposing && <DisposeDialog savepoint={disposing} onClose={() => dispose(undefined)} />}
    </>
  );
}

const columnsOf = (withCluster: boolean): readonly Column[] => [
  { id: "state", head: "State", width: 116 },
  { id: "job", head: "Job", width: 220, narrowWidth: 170 },
  ...(withCluster ? [{ id: "cluster", head: "Cluster", width: 180, narrowWidth: 140 }] : []),
  { id: "kind", head: "Why", width: 140, wideOnly: true },
  { id: "path", head: "Where, or why not" },
  { id: "size", head: "Size", width: 84, numeric: true, wideOnly: true },
  { id: "took", head: "Took", width: 84, numeric: true, wideOnly: true },
  { id: "asked", head: "Asked for", width: 150, numeric: true },
  { id: "actions", head: "Actions", headHidden: true, width: 60 },
];

interface SavepointRowProps {
  readonly savepoint: Savepoint;
  readonly withCluster: boolean;
  readonly atCursor: boolean;
  readonly onDispose: (savepoint: Savepoint) => void;
}

function SavepointRow({ savepoint: one, withCluster, atCursor, onDispose }: SavepointRowProps) {
  const [word, shape] = stateWords[one.state];
  const jobHref = `/jobs/${[one.context, one.namespace, one.clusterId, one.jobId].map(encodeURIComponent).join("/")}`;
  return (
    <Row data-row={one.id} atCursor={atCursor} stale={one.state === "disposed"}>
      <td>
        <State shape={shape}>{word}</State>
      </td>
      <td title={`${one.jobName}, ${one.jobId}`}>
        <Link href={jobHref as Route} className="font-strong text-ink hover:text-accent-ink">
          {one.jobName}
        </Link>
      </td>
      {withCluster && (
        <td className="text-ink-2" title={`${one.context}, ${one.namespace}`}>
          <Link href={clusterHref(one) as Route} className="text-ink-2">
            {one.clusterId}
          </Link>{" "}
          <span className="text-ink-3">{one.namespace}</span>
        </td>
      )}
      <td className="text-ink-2 max-wide:hidden">{kindWords[one.kind]}</td>
      <td className={one.reason ? "text-bad-ink" : "mono"} title={one.reason ?? one.path}>
        {one.reason ?? one.path ?? ""}
      </td>
      <td className="num max-wide:hidden">{one.sizeBytes === undefined ? "" : bytesText(one.sizeBytes)}</td>
      <td className="num max-wide:hidden">{one.endedAt === undefined ? "" : tookText(one.endedAt - one.askedAt)}</td>
      <td className="num text-ink-2">{clockText(one.askedAt)}</td>
      <td>
        <Actions savepoint={one} onDispose={onDispose} />
      </td>
    </Row>
  );
}

function Actions({ savepoint: one, onDispose }: Pick<SavepointRowProps, "savepoint" | "onDispose">) {
  const forget = useForgetSavepoint();
  const { path } = one;
  const usable = one.state === "completed" && path !== undefined;
  return (
    <Menu
      trigger={
        <Button kind="ghost" icon="more" iconOnly>
          {`More for the savepoint of ${one.jobName}`}
        </Button>
      }
      entries={[
        ...(usable
          ? [
              {
                label: "Start a job from it",
                icon: "play" as const,
                href: `${clusterHref(one, "submit")}?savepoint=${encodeURIComponent(path)}`,
              },
              {
                label: "Copy the path",
                icon: "copy" as const,
                onSelect: () => void navigator.clipboard?.writeText(path),
              },
            ]
          : []),
        { label: "Take it off the list", icon: "minus" as const, onSelect: () => forget.mutate(one.id) },
        ...(usable
          ? [
              {
                label: "Delete its files",
                icon: "trash" as const,
                danger: true,
                separated: true,
                onSelect: () => onDispose(one),
              },
            ]
          : []),
      ]}
    />
  );
}
