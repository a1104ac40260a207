import type { Metadata } from "next";
import { MetricsPage } from "#components/jobs/detail/metrics-page.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";

export const metadata: Metadata = { title: "Metrics" };

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return <MetricsPage job={jobPlaceOf(await params)} />;
}
