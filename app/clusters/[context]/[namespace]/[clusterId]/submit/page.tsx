import type { Metadata } from "next";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { SubmitPage } from "#components/jobs/submit/submit-page.tsx";

export const metadata: Metadata = { title: "Submit job" };

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <SubmitPage cluster={clusterPlaceOf(await params)} />;
}
