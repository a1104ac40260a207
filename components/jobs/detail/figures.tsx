"use client";
import type { ReactNode } from "react";
import type { JobDetails } from "#server/jobs/job.schema.ts";
import { bytesText, clockText, countText, durationText, tookText } from "../../ui/quantities.tsx";
import { useNow } from "../../ui/use-now.ts";
import { hasEnded } from "../job-state.tsx";

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly bad?: boolean;
  readonly wait?: boolean;
}

function Figure({ label, value, note, bad = false, wait = false }: FigureProps) {
  const color = bad ? "text-bad-ink" : wait ? "text-wait-ink" : "";
  return (
    <div className="min-w-0">
      <dt className="truncate text-12 text-ink-3">{label}</dt>
      <dd className="flex items-baseline gap-1.5">
        <b className={`num text-[18px] leading-[26px] font-semibold tracking-[-0.014em] ${color}`}>{value}</b>
        <span className="truncate text-12 text-ink-3">{note}</span>
      </dd>
    </div>
  );
}

/** The six numbers that say how a job does. What is not known is «–», never 0. */
export function Figures({ details }: { readonly details: JobDetails }) {
  const now = useNow();
  const { job } = details;
  const lives = !hasEnded(job.state);
  return (
    <dl className="grid grid-cols-6 gap-4 rounded-3 border border-line px-4 py-3 max-wide:grid-cols-3">
      {lives ? <Flow job={job} /> : <NoFlow />}
      <WatermarkFigure details={details} now={now} />
      <CheckpointFigure details={details} now={now} />
      <Figure
        label="State"
        value={job.checkpoint?.stateSize === undefined ? "–" : bytesText(job.checkpoint.stateSize)}
        note="in the last checkpoint"
      />
      <Figure
        label="Restarts"
        value={job.restarts === undefined ? "–" : countText(job.restarts)}
        note={(job.restarts ?? 0) > 0 && lastRestart(details, now)}
        wait={job.state === "RESTARTING"}
      />
    </dl>
  );
}

function Flow({ job: { recordsPerSecond: records, pressure } }: Pick<JobDetails, "job">) {
  return (
    <>
      <Figure
        label="Records in"
        value={records === undefined ? "–" : countText(records, records > 0 && records < 10 ? 1 : 0)}
        note="per s"
      />
      <Figure
        label="Back-pressure"
        value={pressure === undefined ? "–" : `${Math.round(pressure.backPressured * 100)} %`}
        note={pressure && `busy ${Math.round(pressure.busy * 100)} %`}
        bad={(pressure?.backPressured ?? 0) >= 0.5}
      />
    </>
  );
}

const NoFlow = () => (
  <>
    <Figure label="Records in" value="–" note="ended" />
    <Figure label="Back-pressure" value="–" note="ended" />
  </>
);

function lastRestart({ states }: JobDetails, now: number): string | undefined {
  const at = states["RESTARTING"];
  return at === undefined ? undefined : `last ${durationText(now - at)} ago`;
}

interface PartProps {
  readonly details: JobDetails;
  readonly now: number;
}

function WatermarkFigure({ details: { vertices }, now }: PartProps) {
  const known = vertices.flatMap((vertex) => (vertex.watermark === undefined ? [] : [vertex.watermark]));
  if (known.length === 0) return <Figure label="Watermark" value="–" note="none seen" />;
  const lowest = Math.min(...known);
  return <Figure label="Watermark" value={clockText(lowest)} note={`${durationText(now - lowest)} late`} />;
}

function CheckpointFigure({ details: { job, checkpointIntervalMs }, now }: PartProps) {
  const { checkpoint } = job;
  const every = checkpointIntervalMs === undefined ? "not periodic" : `of ${tookText(checkpointIntervalMs)}`;
  if (checkpoint?.completedAt === undefined) {
    return <Figure label="Checkpoint" value="none" note={every} bad={checkpoint?.failed ?? false} />;
  }
  const took = checkpoint.durationMs ?? 0;
  return (
    <Figure
      label={`Checkpoint, ${durationText(now - checkpoint.completedAt)} ago`}
      value={checkpoint.failed ? "failed" : tookText(took)}
      note={every}
      bad={checkpoint.failed}
      wait={checkpointIntervalMs !== undefined && took > checkpointIntervalMs}
    />
  );
}
