import type { Metadata } from "next";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { LogLevelsPage } from "#components/log-levels/log-levels-page.tsx";

export const metadata: Metadata = { title: "Log levels" };

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <LogLevelsPage cluster={clusterPlaceOf(await params)} />;
}
