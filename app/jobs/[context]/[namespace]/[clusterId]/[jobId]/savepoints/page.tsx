import type { Metadata } from "next";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";
import { JobSavepointsPage } from "#components/savepoints/savepoints-page.tsx";

export const metadata: Metadata = { title: "Savepoints" };

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return <JobSavepointsPage job={jobPlaceOf(await params)} />;
}
