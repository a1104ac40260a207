import type { Metadata } from "next";
import { ClustersPage } from "#components/clusters/list/clusters-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "Clusters" };

export default function Page() {
  return (
    <>
      <Bar crumbs={[{ label: "Clusters" }]} titled />
      <ClustersPage />
    </>
  );
}
