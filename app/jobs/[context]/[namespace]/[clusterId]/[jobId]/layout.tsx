import type { Metadata } from "next";
import type { ReactNode } from "react";
import { clusterHref } from "#components/client/cluster-href.ts";
import { JobHead } from "#components/jobs/detail/job-head.tsx";
import { JobGate } from "#components/jobs/detail/job-problem.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";
import { Bar } from "#components/shell/bar.tsx";

interface JobLayoutProps {
  readonly params: Promise<JobPlace>;
  readonly children: ReactNode;
}

export async function generateMetadata({ params }: JobLayoutProps): Promise<Metadata> {
  const { jobId, clusterId } = jobPlaceOf(await params);
  const title = `Job ${jobId.slice(0, 8)} of ${clusterId}`;
  return { title: { default: title, template: `%s of job ${jobId.slice(0, 8)} · Drey` } };
}

/** One job: its name, state and actions, and the tabs that its pages are under. */
export default async function JobLayout({ params, children }: JobLayoutProps) {
  const job = jobPlaceOf(await params);
  return (
    <>
      <Bar
        crumbs={[
          { label: "Jobs", href: "/jobs" },
          { label: job.context, href: "/clusters" },
          { label: job.namespace, href: `/clusters?namespace=${encodeURIComponent(job.namespace)}` },
          { label: job.clusterId, href: clusterHref(job) },
          { label: `Job ${job.jobId.slice(0, 8)}` },
        ]}
      />
      <JobHead job={job} />
      <JobGate job={job}>{children}</JobGate>
    </>
  );
}
