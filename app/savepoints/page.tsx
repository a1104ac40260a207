import type { Metadata } from "next";
import { SavepointsPage } from "#components/savepoints/savepoints-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "Savepoints" };

export default function Page() {
  return (
    <>
      <Bar crumbs={[{ label: "Savepoints" }]} titled />
      <SavepointsPage />
    </>
  );
}
