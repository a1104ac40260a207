import type { Metadata } from "next";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { LogPage } from "#components/logs/log-page.tsx";

export const metadata: Metadata = { title: "Logs" };

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <LogPage cluster={clusterPlaceOf(await params)} />;
}
