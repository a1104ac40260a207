import type { Metadata } from "next";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = { title: "Settings" };

export default function Page() {
  return (
    <>
      <Bar crumbs={[{ label: "Settings" }]} titled />
      <SettingsPage />
    </>
  );
}
