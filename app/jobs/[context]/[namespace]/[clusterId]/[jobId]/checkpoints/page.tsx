import type { Metadata } from "next";
import { CheckpointsPage } from "#components/jobs/detail/checkpoints-page.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";

export const metadata: Metadata = { title: "Checkpoints" };

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return <CheckpointsPage job={jobPlaceOf(await params)} />;
}
