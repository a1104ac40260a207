import type { Metadata } from "next";
import { NewClusterPage } from "#components/clusters/new/new-cluster-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "New cluster" };

export default function Page() {
  return (
    <>
      <Bar
        crumbs={[{ label: "Clusters", href: "/clusters" }, { label: "New cluster" }]}
        titled
        status="Draft kept in this browser"
      />
      <NewClusterPage />
    </>
  );
}
