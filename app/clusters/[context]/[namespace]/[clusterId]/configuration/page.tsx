import type { Metadata } from "next";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { ConfigurationPage } from "#components/clusters/cluster/configuration-page.tsx";

export const metadata: Metadata = { title: "Configuration" };

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <ConfigurationPage cluster={clusterPlaceOf(await params)} />;
}
