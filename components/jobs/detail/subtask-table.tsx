import type { Route } from "next";
import Link from "next/link";
import type { Subtask } from "#server/jobs/job.schema.ts";
import type { Pressure } from "#server/jobs/schema.ts";
import { clusterHref } from "../../client/cluster-href.ts";
import { Bytes, Count, clockText, durationText } from "../../ui/quantities.tsx";
import { State, type StateShape } from "../../ui/state-mark.tsx";
import { type Column, Row, Table } from "../../ui/table.tsx";
import type { JobPlace } from "../job-href.ts";
import { PressureTag } from "../list/pressure-tag.tsx";

const columns: readonly Column[] = [
  { id: "subtask", head: "Subtask", width: 76, numeric: true },
  { id: "state", head: "State", width: 116 },
  { id: "where", head: "TaskManager" },
  { id: "pressure", head: "Pressure", width: 96 },
  { id: "busy", head: "Busy, %", width: 68, numeric: true },
  { id: "in", head: "Records in", width: 110, numeric: true },
  { id: "out", head: "Records out", width: 110, numeric: true },
  { id: "bytes", head: "Bytes in", width: 88, numeric: true, wideOnly: true },
  { id: "watermark", head: "Watermark", width: 96, numeric: true, wideOnly: true },
  { id: "attempt", head: "Attempt", width: 68, numeric: true, wideOnly: true },
  { id: "runs", head: "Runs", width: 64, numeric: true },
];

const shapes: Readonly<Record<string, readonly [string, StateShape]>> = {
  CREATED: ["Waits", "pending"],
  SCHEDULED: ["Waits", "pending"],
  DEPLOYING: ["Deploying", "starting"],
  INITIALIZING: ["Restoring", "starting"],
  RECONCILING: ["Starting", "starting"],
  RUNNING: ["Running", "running"],
  FINISHED: ["Finished", "finished"],
  CANCELING: ["Canceling", "deleting"],
  CANCELED: ["Canceled", "canceled"],
  FAILED: ["Failed", "failing"],
};

interface SubtaskTableProps {
  readonly job: JobPlace;
  readonly subtasks: readonly Subtask[];
}

/** Subtasks count from 1, as in Flink's logs. */
export function SubtaskTable({ job, subtasks }: SubtaskTableProps) {
  return (
    <Table label="Subtasks" inset="in" columns={columns}>
      {subtasks.map((one) => {
        const [word, shape] = shapes[one.status] ?? [one.status, "info"];
        return (
          <Row key={one.subtask}>
            <td className="num">{one.subtask + 1}</td>
            <td>
              <State shape={shape}>{word}</State>
            </td>
            <td>
              {one.taskManager === undefined ? (
                <span className="text-ink-3">not placed</span>
              ) : (
                <Link href={`${clusterHref(job, "logs")}?pods=${encodeURIComponent(one.taskManager)}` as Route}>
                  {one.taskManager}
                </Link>
              )}
            </td>
            <td>
              <PressureTag pressure={one.pressure} />
            </td>
            <td className="num">{busyText(one.pressure)}</td>
            <td className="num">
              <Count value={one.totals.readRecords} />
            </td>
            <td className="num">
              <Count value={one.totals.writeRecords} />
            </td>
            <td className="num max-wide:hidden">
              <Bytes bytes={one.totals.readBytes} />
            </td>
            <td className="num max-wide:hidden">{one.watermark === undefined ? "" : clockText(one.watermark)}</td>
            <td className="num max-wide:hidden">{one.attempt + 1}</td>
            <td className="num text-ink-2">{durationText(one.durationMs)}</td>
          </Row>
        );
      })}
    </Table>
  );
}

const busyText = (pressure: Pressure | undefined) => (pressure ? Math.round(pressure.busy * 100) : "");
