import type { Metadata } from "next";
import { ProblemList } from "#components/problems/problem-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "Problems" };

export default function Page() {
  return (
    <>
      <Bar crumbs={[{ label: "Problems" }]} titled />
      <ProblemList />
    </>
  );
}
