"use client";
import type { Route } from "next";
import Link from "next/link";
import { memo, useEffect, useRef, useState } from "react";
import { clusterHref } from "../../client/cluster-href.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Age, clockText } from "../../ui/quantities.tsx";
import { Row, RowActions } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { ClusterState } from "../cluster-state.tsx";
import { idOf } from "./arrange.ts";
import type { ClusterRow } from "./cluster-row.ts";

const CHANGED_MS = 1_000;
const GIB = 1_024 ** 3;

/** True for a second after the value changed: its row holds a ground, so that the eye finds it. */
function useJustChanged(value: string): boolean {
  const before = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), CHANGED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return changed;
}

interface ClusterTableRowProps {
  readonly row: ClusterRow;
  readonly atCursor: boolean;
  readonly selected: boolean;
  readonly onDelete: (row: ClusterRow) => void;
}

/** One cluster. Numbers, words and shapes change in place; nothing else does. */
export const ClusterTableRow = memo(function ClusterTableRow(props: ClusterTableRowProps) {
  const { row, atCursor, selected, onDelete } = props;
  const changed = useJustChanged(row.state);
  const stale = row.lastSeenAt !== undefined;
  return (
    <Row data-row={idOf(row)} atCursor={atCursor} changed={changed} stale={stale} aria-selected={selected || undefined}>
      <td>
        <ClusterState state={stale ? "Last seen" : row.state} />
      </td>
      <td>
        <Link href={clusterHref(row) as Route} className="font-strong text-ink hover:text-accent-ink">
          {row.clusterId}
        </Link>
        {selected && <Tag family="accent">selected</Tag>}
        {row.managedByOperator && (
          <>
            {" "}
            <Tag title="Managed by the Flink Kubernetes operator: changes go through its FlinkDeployment">operator</Tag>
          </>
        )}
      </td>
      <td className="text-ink-2">{row.namespace}</td>
      <td className="text-ink-2" title={row.reason}>
        {row.lastSeenAt === undefined ? row.reason : `was ${row.state.toLowerCase()} at ${clockText(row.lastSeenAt)}`}
      </td>
      <td className="text-ink-2 max-wide:hidden">
        {row.mode === "session" ? "Session" : "App"} <span className="text-ink-3">{row.flinkVersion}</span>
      </td>
      <td className="num">
        <Slots slots={row.slots} stale={stale} />
      </td>
      <Figure value={row.jobs} />
      <Figure value={row.cpu} digits={Number.isInteger(row.cpu) ? 0 : 1} wideOnly />
      <Figure value={row.memory / GIB} digits={1} wideOnly />
      <td className="num text-ink-2">
        <Age since={row.createdAt} />
      </td>
      <td className="max-wide:hidden">
        <RowActions>
          <ButtonLink kind="ghost" icon="logs" iconOnly href={clusterHref(row, "logs")} title="Logs (l)">
            {`Logs of ${row.clusterId}`}
          </ButtonLink>
          <More row={row} stale={stale} onDelete={onDelete} />
        </RowActions>
      </td>
    </Row>
  );
});

function Slots({ slots, stale }: Pick<ClusterRow, "slots"> & { readonly stale: boolean }) {
  if (slots === undefined || slots.total === 0) return <span className="text-ink-3">none</span>;
  return (
    <span className="flex items-center gap-1.5">
      {!stale && (
        <Meter label="Slots in use" value={slots.used} max={slots.total} neutral className="w-9 max-wide:hidden" />
      )}
      <span className="flex-1">
        {slots.used} / {slots.total}
      </span>
    </span>
  );
}

interface FigureProps {
  readonly value: number | undefined;
  readonly digits?: number;
  readonly wideOnly?: boolean;
}

function Figure({ value, digits = 0, wideOnly = false }: FigureProps) {
  const text = value?.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (
    <td className={`num ${wideOnly ? "max-wide:hidden" : ""} ${value === 0 ? "text-ink-3" : ""}`}>{text ?? ""}</td>
  );
}

function More({ row, stale, onDelete }: { readonly stale: boolean } & Pick<ClusterTableRowProps, "row" | "onDelete">) {
  const off = stale ? `${row.context} does not answer` : undefined;
  return (
    <Menu
      trigger={
        <Button kind="ghost" icon="more" iconOnly title="More (.)" data-more={idOf(row)}>
          {`More for ${row.clusterId}`}
        </Button>
      }
      entries={[
        { label: "Logs", icon: "logs", shortcut: "l", href: clusterHref(row, "logs") },
        { label: "Log levels", icon: "settings", href: clusterHref(row, "log-levels") },
        { label: "Jobs", icon: "jobs", href: clusterHref(row, "jobs") },
        {
          label: "Delete cluster",
          icon: "trash",
          danger: true,
          separated: true,
          disabledReason: off,
          onSelect: () => onDelete(row),
        },
      ]}
    />
  );
}
