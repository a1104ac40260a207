"use client";
import { Fragment } from "react";
import { type Column, Table } from "../../ui/table.tsx";
import { idOf, type SortKey } from "./arrange.ts";
import type { ClusterRow } from "./cluster-row.ts";
import { ClusterTableRow } from "./cluster-table-row.tsx";
import { GroupHead } from "./group-head.tsx";
import type { Group } from "./group-rows.ts";

interface ClusterTableProps {
  readonly groups: readonly Group[];
  readonly sort: SortKey;
  readonly onSort: (key: SortKey) => void;
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onDelete: (row: ClusterRow) => void;
  readonly onRetry: () => void;
}

/** All clusters, one a row, under their groups. */
export function ClusterTable(props: ClusterTableProps) {
  const { groups, sort, onSort, cursor, selected, onDelete, onRetry } = props;
  const columns = columnsOf(sort, onSort);
  return (
    <div className="border-t border-line">
      <Table label="Clusters" inset="edge" columns={columns} stickyHead>
        {groups.map((group) => (
          <Fragment key={group.id}>
            {group.title !== "" && <GroupHead group={group} columns={columns} onRetry={onRetry} />}
            {group.rows.map((row) => (
              <ClusterTableRow
                key={idOf(row)}
                row={row}
                atCursor={cursor === idOf(row)}
                selected={selected.has(idOf(row))}
                onDelete={onDelete}
              />
            ))}
          </Fragment>
        ))}
      </Table>
    </div>
  );
}

function columnsOf(sort: SortKey, onSort: (key: SortKey) => void): readonly Column[] {
  const sortable = (key: SortKey) => ({
    onSort: () => onSort(key),
    sorted: sort === key ? ("ascending" as const) : (false as const),
  });
  return [
    { id: "state", head: "State", width: 108, ...sortable("state") },
    { id: "cluster", head: "Cluster", width: 222, narrowWidth: 178, ...sortable("name") },
    { id: "namespace", head: "Namespace", width: 104, narrowWidth: 92, ...sortable("namespace") },
    { id: "reason", head: "What is going on" },
    { id: "mode", head: "Mode, Flink", width: 108, wideOnly: true },
    { id: "slots", head: "Slots", width: 112, narrowWidth: 68, numeric: true },
    { id: "jobs", head: "Jobs", width: 44, numeric: true },
    { id: "cpu", head: "CPU", width: 48, numeric: true, wideOnly: true, title: "requested cores" },
    { id: "memory", head: "GiB", width: 60, numeric: true, wideOnly: true, title: "requested memory" },
    { id: "age", head: "Age", width: 60, narrowWidth: 72, numeric: true, ...sortable("age") },
    { id: "actions", head: "Actions", headHidden: true, width: 80, wideOnly: true },
  ];
}
