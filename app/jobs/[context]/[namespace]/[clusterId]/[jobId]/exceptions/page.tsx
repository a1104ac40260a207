import type { Metadata } from "next";
import { ExceptionsPanel } from "#components/jobs/detail/exceptions-panel.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";

export const metadata: Metadata = { title: "Exceptions" };

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return (
    <div className="p-5">
      <ExceptionsPanel job={jobPlaceOf(await params)} whole />
    </div>
  );
}
