import type { Metadata } from "next";
import { JobSavepointsPage } from "#components/jobs/detail/job-savepoints-page.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";

export const metadata: Metadata = { title: "Savepoints" };

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return <JobSavepointsPage job={jobPlaceOf(await params)} />;
}
