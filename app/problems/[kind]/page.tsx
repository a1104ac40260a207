import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { problemKindOf } from "#components/problems/problem-meanings.ts";
import { ProblemPage } from "#components/problems/problem-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

interface Props {
  readonly params: Promise<{ readonly kind: string }>;
}

export const metadata: Metadata = { title: "Problem" };

export default async function Page({ params }: Props) {
  const kind = problemKindOf((await params).kind);
  if (kind === undefined) notFound();
  return (
    <>
      <Bar crumbs={[{ label: "Problems", href: "/problems" }, { label: kind }]} />
      <ProblemPage kind={kind} />
    </>
  );
}
