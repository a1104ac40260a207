import type { Metadata } from "next";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "Clusters" };

export default function ClustersPage() {
  return <Bar crumbs={[{ label: "Clusters" }]} titled />;
}
