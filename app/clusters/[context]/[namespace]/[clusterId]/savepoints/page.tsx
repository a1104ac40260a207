import type { Metadata } from "next";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { ClusterSavepointsPage } from "#components/savepoints/savepoints-page.tsx";

export const metadata: Metadata = { title: "Savepoints" };

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <ClusterSavepointsPage cluster={clusterPlaceOf(await params)} />;
}
