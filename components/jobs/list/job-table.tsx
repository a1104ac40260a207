"use client";
import { Fragment, type ReactNode } from "react";
import { type Column, Row, Table } from "../../ui/table.tsx";
import type { Group, SortKey } from "./arrange.ts";
import type { JobRow } from "./job-row.ts";
import { JobTableRow } from "./job-table-row.tsx";

export interface JobTableProps {
  readonly groups: readonly Group[];
  readonly sort: SortKey;
  readonly onSort: (key: SortKey) => void;
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly withCluster: boolean;
  /** What stands in the row above a group: its health in words. */
  readonly groupHead: (group: Group) => ReactNode;
  readonly onSelect: (id: string) => void;
  readonly onCancel: (row: JobRow) => void;
}

/** Jobs, one a row, under their groups. */
export function JobTable(props: JobTableProps) {
  const { groups, cursor, selected, withCluster, groupHead, onSelect, onCancel } = props;
  const columns = columnsOf(props);
  return (
    <div className="border-t border-line">
      <Table label="Jobs" inset="edge" columns={columns} stickyHead>
        {groups.map((group) => (
          <Fragment key={group.id}>
            {group.id !== "" && (
              <Row group>
                <th scope="colgroup" colSpan={columns.length}>
                  <span className="flex items-center gap-2 text-13">{groupHead(group)}</span>
                </th>
              </Row>
            )}
            {group.rows.map((row) => (
              <JobTableRow
                key={row.id}
                row={row}
                atCursor={cursor === row.id}
                selected={selected.has(row.id)}
                withCluster={withCluster}
                onSelect={onSelect}
                onCancel={onCancel}
              />
            ))}
          </Fragment>
        ))}
      </Table>
    </div>
  );
}

function columnsOf({ sort, onSort, withCluster }: JobTableProps): readonly Column[] {
  const sortable = (key: SortKey) => ({
    onSort: () => onSort(key),
    sorted: sort === key ? ("ascending" as const) : (false as const),
  });
  return [
    { id: "select", head: "Select", headHidden: true, width: 44 },
    { id: "state", head: "State", width: 108, ...sortable("state") },
    { id: "name", head: "Job", width: 240, narrowWidth: 160, ...sortable("name") },
    ...(withCluster ? [{ id: "cluster", head: "Cluster", width: 190, narrowWidth: 120, ...sortable("cluster") }] : []),
    { id: "reason", head: "What is going on" },
    { id: "parallelism", head: "Par.", width: 48, numeric: true, title: "parallelism" },
    { id: "records", head: "In, rec/s", width: 84, numeric: true, wideOnly: true, title: "what its sources emit" },
    { id: "pressure", head: "Pressure", width: 92 },
    { id: "checkpoint", head: "Checkpoint", width: 88, numeric: true, wideOnly: true, title: "age of the last one" },
    { id: "restarts", head: "Restarts", width: 68, numeric: true, wideOnly: true },
    { id: "runs", head: "Runs", width: 64, numeric: true, ...sortable("runs") },
    { id: "actions", head: "Actions", headHidden: true, width: 80, wideOnly: true },
  ];
}
