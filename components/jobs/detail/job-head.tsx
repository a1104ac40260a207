"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { Job } from "#server/jobs/schema.ts";
import { clusterHref } from "../../client/cluster-href.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { useShortcuts } from "../../ui/keyboard.ts";
import { durationText } from "../../ui/quantities.tsx";
import { LinkTabs } from "../../ui/tabs.tsx";
import { useNow } from "../../ui/use-now.ts";
import { type JobPlace, jobHref } from "../job-href.ts";
import { exceptionsQuery, jobQuery } from "../job-queries.ts";
import { JobState } from "../job-state.tsx";
import { jobSavepointsQuery } from "../savepoint-queries.ts";
import { JobActions } from "./job-actions.tsx";

/** Name, state and facts of a job, what can be done with it, and the tabs of its pages. */
export function JobHead({ job }: { readonly job: JobPlace }) {
  const router = useRouter();
  const { data } = useQuery(jobQuery(job));
  const now = useNow();
  useShortcuts("This job", [
    { keys: "l", does: "Logs of its cluster", run: () => router.push(clusterHref(job, "logs") as Route) },
  ]);
  const listed = data?.job;
  const exceptions = useQuery({ ...exceptionsQuery(job), enabled: listed !== undefined }).data?.exceptions;
  const savepoints = useQuery(jobSavepointsQuery(job)).data?.savepoints;
  return (
    <>
      <header className="flex items-center gap-3 px-5 pt-4 pb-2">
        <h1 className="truncate" title={listed?.name}>
          {listed?.name ?? `Job ${job.jobId.slice(0, 8)}`}
        </h1>
        {listed && <JobState job={listed} stale={data.stale !== undefined} />}
        {listed && <HeadFacts job={listed} now={now} />}
        <div className="ml-auto flex shrink-0 gap-2">
          <ButtonLink icon="logs" href={clusterHref(job, "logs")} keys={["l"]}>
            Logs
          </ButtonLink>
          {data && <JobActions details={data} />}
        </div>
      </header>
      <LinkTabs
        label="Job"
        tabs={[
          { href: jobHref(job), label: "Overview" },
          { href: jobHref(job, "subtasks"), label: "Subtasks" },
          { href: jobHref(job, "checkpoints"), label: "Checkpoints" },
          { href: jobHref(job, "exceptions"), label: "Exceptions", count: exceptions?.length || undefined },
          { href: jobHref(job, "metrics"), label: "Metrics" },
          { href: jobHref(job, "savepoints"), label: "Savepoints", count: savepoints?.length || undefined },
          { href: jobHref(job, "configuration"), label: "Configuration" },
        ]}
      />
    </>
  );
}

interface HeadFactsProps {
  readonly job: Job;
  readonly now: number;
}

function HeadFacts({ job, now }: HeadFactsProps) {
  return (
    <Facts
      className="max-wide:hidden"
      facts={[
        { label: "Job", value: <span title={job.jobId}>{job.jobId.slice(0, 8)}</span> },
        {
          label: job.endTime === undefined ? "Runs" : "Ran",
          value: durationText((job.endTime ?? now) - job.startTime),
        },
        { label: "Tasks", value: `${job.tasksRunning} of ${job.tasksTotal}` },
      ]}
    />
  );
}
