import type { Checkpoint } from "#server/jobs/job.schema.ts";
import { Bytes, clockText, countText, Duration } from "../../ui/quantities.tsx";
import { State } from "../../ui/state-mark.tsx";
import { type Column, Row, Table } from "../../ui/table.tsx";

const columns: readonly Column[] = [
  { id: "id", head: "Id", width: 72, numeric: true },
  { id: "state", head: "State", width: 116 },
  { id: "what", head: "Ended, or why not" },
  { id: "took", head: "Took", width: 90, numeric: true },
  { id: "size", head: "State size", width: 92, numeric: true },
];
const wideColumns: readonly Column[] = [
  { id: "id", head: "Id", width: 72, numeric: true },
  { id: "state", head: "State", width: 116 },
  { id: "kind", head: "Kind", width: 96 },
  { id: "what", head: "Ended, or why not", width: 190 },
  { id: "path", head: "Path" },
  { id: "subtasks", head: "Subtasks", width: 96, numeric: true, wideOnly: true },
  { id: "took", head: "Took", width: 90, numeric: true },
  { id: "written", head: "Written", width: 92, numeric: true, wideOnly: true },
  { id: "size", head: "State size", width: 92, numeric: true },
];

interface CheckpointTableProps {
  readonly checkpoints: readonly Checkpoint[];
  /** All that is known of each, on its own page. */
  readonly wide?: boolean;
}

export function CheckpointTable({ checkpoints, wide = false }: CheckpointTableProps) {
  return (
    <Table label="Checkpoints" inset="in" headless={!wide} columns={wide ? wideColumns : columns}>
      {checkpoints.map((one) => (
        <Row key={`${one.id}`}>
          <td className="num">{countText(one.id)}</td>
          <td>
            <CheckpointState status={one.status} />
          </td>
          {wide && <td className="text-ink-2">{one.isSavepoint ? "savepoint" : "checkpoint"}</td>}
          <td className={one.failure ? "text-bad-ink" : "text-ink-2"} title={one.failure}>
            {one.failure ?? clockText(one.endedAt ?? one.triggeredAt)}
          </td>
          {wide && (
            <td className="mono text-ink-2" title={one.path}>
              {one.path}
            </td>
          )}
          {wide && (
            <td className="num max-wide:hidden">
              {one.acknowledgedSubtasks} of {one.subtasks}
            </td>
          )}
          <td className="num">
            <Duration milliseconds={one.durationMs} />
          </td>
          {wide && (
            <td className="num max-wide:hidden">
              <Size of={one} bytes={one.checkpointedSize} />
            </td>
          )}
          <td className="num">
            <Size of={one} bytes={one.stateSize} />
          </td>
        </Row>
      ))}
    </Table>
  );
}

function Size({ of, bytes }: { readonly of: Checkpoint; readonly bytes: number }) {
  return of.status === "COMPLETED" ? <Bytes bytes={bytes} /> : <span className="text-ink-3">none</span>;
}

function CheckpointState({ status }: { readonly status: string }) {
  if (status === "COMPLETED") return <State shape="finished">Completed</State>;
  if (status === "FAILED") return <State shape="failing">Failed</State>;
  return <State shape="starting">In progress</State>;
}
