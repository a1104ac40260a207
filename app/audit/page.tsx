import type { Metadata } from "next";
import { AuditPage } from "#components/audit/audit-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "Audit" };

export default function Page() {
  return (
    <>
      <Bar crumbs={[{ label: "Audit" }]} titled />
      <AuditPage />
    </>
  );
}
