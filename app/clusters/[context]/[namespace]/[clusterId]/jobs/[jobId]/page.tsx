import type { Route } from "next";
import { redirect } from "next/navigation";
import { type JobPlace, jobHref, jobPlaceOf } from "#components/jobs/job-href.ts";

/** A job has its own page, outside of its cluster's. */
export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  redirect(jobHref(jobPlaceOf(await params)) as Route);
}
