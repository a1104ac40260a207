"use client";
import type { ReactNode } from "react";
import type { ClusterDetail } from "#server/clusters/cluster-view.schema.ts";
import type { Job } from "#server/jobs/schema.ts";
import { bytesText, clockText } from "../../ui/quantities.tsx";
import { canBeSaved } from "./save-jobs.ts";

interface WhatIsLostProps {
  /** Those that are alive. */
  readonly jobs: readonly Job[];
  readonly detail: ClusterDetail | undefined;
  readonly keepsHighAvailability: number;
}

/** What stops, what is lost, what stays. */
export function WhatIsLost({ jobs, detail, keepsHighAvailability }: WhatIsLostProps) {
  const running = jobs.filter(canBeSaved);
  const others = jobs.filter((job) => !canBeSaved(job));
  const stays = ["savepoints and retained checkpoints in their storage"];
  if (keepsHighAvailability > 0) stays.push(`${keepsHighAvailability} ConfigMaps of high availability`);
  return (
    <dl className="rounded-3 border border-line">
      {jobs.length === 0 && <Line label="Jobs">none runs</Line>}
      {running.length > 0 && (
        <Line label={`${running.length} running ${running.length === 1 ? "job" : "jobs"}`}>
          <b className="font-strong">{names(running)}</b> {running.length === 1 ? "stops" : "stop"}
        </Line>
      )}
      {others.length > 0 && (
        <Line label={`${others.length} not running`}>
          <b className="font-strong">{names(others)}</b> {others.length === 1 ? "stops" : "stop"},{" "}
          <span className="text-bad-ink">no savepoint possible</span>
        </Line>
      )}
      {jobs.length > 0 && <Line label="State">{stateLost(jobs)}</Line>}
      <Line label="Pods and their logs">
        {detail &&
          `${detail.pods.length} ${detail.pods.length === 1 ? "pod goes" : "pods go"}; logs that Drey kept stay`}
      </Line>
      <Line label="Stays">{stays.join(", ")}</Line>
    </dl>
  );
}

const NAMED = 5;

function names(jobs: readonly Job[]): string {
  const more = jobs.length > NAMED ? ` and ${jobs.length - NAMED} more` : "";
  return `${jobs
    .slice(0, NAMED)
    .map((job) => job.name)
    .join(", ")}${more}`;
}

function stateLost(jobs: readonly Job[]): string {
  const ends = jobs.flatMap((job) => job.checkpoint?.completedAt ?? []);
  if (ends.length === 0) return "lost, unless saved first; there is no checkpoint";
  const bytes = jobs.reduce((sum, job) => sum + (job.checkpoint?.stateSize ?? 0), 0);
  return `since ${clockText(Math.min(...ends))} lost, unless saved first; about ${bytesText(bytes)}`;
}

function Line({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[138px_minmax(0,1fr)] gap-2 border-b border-line px-4 py-1.5 last:border-b-0">
      <dt className="text-ink-2">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
