"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { clusterHref } from "../../client/cluster-href.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { useShortcuts } from "../../ui/keyboard.ts";
import { durationText } from "../../ui/quantities.tsx";
import { LinkTabs } from "../../ui/tabs.tsx";
import { useNow } from "../../ui/use-now.ts";
import { type JobPlace, jobHref } from "../job-href.ts";
import { jobQuery } from "../job-queries.ts";
import { JobState } from "../job-state.tsx";
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
  return (
    <>
      <header className="flex items-center gap-3 px-5 pt-4 pb-2">
        <h1 className="truncate">{listed?.name ?? `Job ${job.jobId.slice(0, 8)}`}</h1>
        {listed && <JobState job={listed} stale={data.stale !== undefined} />}
        <span className="max-wide:hidden">
          <Facts
            facts={[
              {
                label: "Job",
                value: (
                  <span className="mono" title={job.jobId}>
                    {job.jobId.slice(0, 8)}…
                  </span>
                ),
              },
              ...(listed
                ? [
                    {
                      label: listed.endTime === undefined ? "Runs" : "Ran",
                      value: durationText((listed.endTime ?? now) - listed.startTime),
                    },
                    { label: "Tasks", value: `${listed.tasksRunning} of ${listed.tasksTotal}` },
                  ]
                : []),
            ]}
          />
        </span>
        <CopyButton text={job.jobId} label="Copy the id of the job" />
        <div className="ml-auto flex gap-2">
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
          { href: jobHref(job, "exceptions"), label: "Exceptions" },
          { href: jobHref(job, "metrics"), label: "Metrics" },
          { href: jobHref(job, "savepoints"), label: "Savepoints" },
          { href: jobHref(job, "configuration"), label: "Configuration" },
        ]}
      />
    </>
  );
}
