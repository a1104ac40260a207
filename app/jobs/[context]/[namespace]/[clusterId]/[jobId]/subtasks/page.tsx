import type { Metadata } from "next";
import { SubtasksPage } from "#components/jobs/detail/subtasks-page.tsx";
import { type JobPlace, jobPlaceOf } from "#components/jobs/job-href.ts";

export const metadata: Metadata = { title: "Subtasks" };

export default async function Page({ params }: { readonly params: Promise<JobPlace> }) {
  return <SubtasksPage job={jobPlaceOf(await params)} />;
}
