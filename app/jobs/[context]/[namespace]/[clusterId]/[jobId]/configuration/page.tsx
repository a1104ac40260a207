import type { Metadata } from "next";
import { JobConfigurationPage } from "#components/jobs/detail/configuration-page.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";

export const metadata: Metadata = { title: "Configuration" };

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return <JobConfigurationPage job={jobPlaceOf(await params)} />;
}
