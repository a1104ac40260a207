import { JobOverview } from "#components/jobs/detail/job-overview.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return <JobOverview job={jobPlaceOf(await params)} />;
}
