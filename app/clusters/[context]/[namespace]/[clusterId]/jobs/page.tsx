import type { Metadata } from "next";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { ClusterJobsPage } from "#components/jobs/list/cluster-jobs-page.tsx";

export const metadata: Metadata = { title: "Jobs" };

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <ClusterJobsPage cluster={clusterPlaceOf(await params)} />;
}
