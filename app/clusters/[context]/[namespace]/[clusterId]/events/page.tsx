import type { Metadata } from "next";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { EventsPage } from "#components/clusters/cluster/events-page.tsx";

export const metadata: Metadata = { title: "Events" };

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <EventsPage cluster={clusterPlaceOf(await params)} />;
}
