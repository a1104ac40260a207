"use client";
import type { Route } from "next";
import Link from "next/link";
import { memo } from "react";
import { clusterHref } from "../../client/cluster-href.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Age, bytesText, clockText, countText, durationText, tookText } from "../../ui/quantities.tsx";
import { Row, RowActions } from "../../ui/table.tsx";
import { jobHref } from "../job-href.ts";
import { hasEnded, JobState } from "../job-state.tsx";
import type { JobRow } from "./job-row.ts";
import { PressureTag } from "./pressure-tag.tsx";

interface JobTableRowProps {
  readonly row: JobRow;
  readonly atCursor: boolean;
  readonly selected: boolean;
  /** False on a cluster's own page. */
  readonly withCluster: boolean;
  readonly onSelect: (id: string) => void;
  readonly onCancel: (row: JobRow) => void;
}

/** One job. Numbers, words and shapes change in place; nothing else does. */
export const JobTableRow = memo(function JobTableRow(props: JobTableRowProps) {
  const { row, atCursor, selected, withCluster, onSelect, onCancel } = props;
  const { job } = row;
  const stale = row.lastSeenAt !== undefined;
  const ended = hasEnded(job.state);
  const off = cancelOff(row);
  return (
    <Row data-row={row.id} atCursor={atCursor} stale={stale} aria-selected={selected || undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`Select ${job.name}`}
          className="block accent-accent"
          checked={selected}
          disabled={ended}
          onChange={() => onSelect(row.id)}
        />
      </td>
      <td>
        <JobState job={job} stale={stale} />
      </td>
      <td title={`${job.name}, ${job.jobId}`}>
        <Link href={jobHref(job) as Route} className="font-strong text-ink hover:text-accent-ink">
          {job.name}
        </Link>
      </td>
      {withCluster && (
        <td className="text-ink-2" title={`${job.context}, ${job.namespace}`}>
          <Link href={clusterHref(job) as Route} className="text-ink-2">
            {job.clusterId}
          </Link>{" "}
          <span className="text-ink-3">{job.namespace}</span>
        </td>
      )}
      <td className="text-ink-2" title={row.reason}>
        {row.reason}
        {stale && ` since ${clockText(row.lastSeenAt ?? 0)}`}
      </td>
      <Figure value={job.parallelism} />
      <Figure value={job.recordsPerSecond === undefined ? undefined : Math.round(job.recordsPerSecond)} wideOnly />
      <td>{!ended && <PressureTag pressure={job.pressure} />}</td>
      <CheckpointCell row={row} />
      <Figure value={job.restarts} wideOnly />
      <td className="num text-ink-2">
        {job.endTime === undefined ? <Age since={job.startTime} /> : durationText(job.endTime - job.startTime)}
      </td>
      <td className="max-wide:hidden">
        <RowActions>
          <ButtonLink kind="ghost" icon="logs" iconOnly href={clusterHref(job, "logs")} title="Logs (l)">
            {`Logs of ${job.clusterId}`}
          </ButtonLink>
          <Button kind="ghost" icon="stop" iconOnly disabledReason={off} onClick={() => onCancel(row)}>
            {`Cancel ${job.name}`}
          </Button>
        </RowActions>
      </td>
    </Row>
  );
});

/** Why a job can't be cancelled now, if so. */
export function cancelOff({ job, lastSeenAt }: JobRow): string | undefined {
  if (hasEnded(job.state)) return "It has ended";
  if (lastSeenAt !== undefined) return "Its JobManager does not answer";
  return job.cancelAskedAt === undefined ? undefined : "Cancel has been asked for";
}

function CheckpointCell({ row: { job } }: { readonly row: JobRow }) {
  const { checkpoint } = job;
  if (hasEnded(job.state) || checkpoint === undefined) return <td className="num max-wide:hidden" />;
  if (checkpoint.completedAt === undefined) {
    return <td className="num max-wide:hidden">{checkpoint.failed ? <Failed /> : <None />}</td>;
  }
  const took = checkpoint.durationMs === undefined ? "" : `took ${tookText(checkpoint.durationMs)}`;
  const size = checkpoint.stateSize === undefined ? "" : `, ${bytesText(checkpoint.stateSize)}`;
  return (
    <td className="num max-wide:hidden" title={`${took}${size}`}>
      {checkpoint.failed ? <Failed /> : <Age since={checkpoint.completedAt} />}
    </td>
  );
}

const None = () => <span className="text-ink-3">none</span>;
const Failed = () => <span className="text-bad-ink">failed</span>;

function Figure({ value, wideOnly = false }: { readonly value: number | undefined; readonly wideOnly?: boolean }) {
  return (
    <td className={`num ${wideOnly ? "max-wide:hidden" : ""} ${value === 0 ? "text-ink-3" : ""}`}>
      {value === undefined ? "" : countText(value)}
    </td>
  );
}
