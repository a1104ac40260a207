import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { ClusterOverview } from "#components/clusters/cluster/cluster-overview.tsx";

export default async function Page({ params }: { readonly params: Promise<ClusterPlace> }) {
  return <ClusterOverview cluster={clusterPlaceOf(await params)} />;
}
