import type { Metadata } from "next";
import { JobsPage } from "#components/jobs/list/jobs-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "Jobs" };

export default function Page() {
  return (
    <>
      <Bar crumbs={[{ label: "Jobs" }]} titled />
      <JobsPage />
    </>
  );
}
