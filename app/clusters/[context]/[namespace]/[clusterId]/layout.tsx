import type { Metadata } from "next";
import type { ReactNode } from "react";
import { type ClusterPlace, clusterPlaceOf } from "#components/client/cluster-href.ts";
import { ClusterHead } from "#components/clusters/cluster/cluster-head.tsx";
import { Bar } from "#components/shell/bar.tsx";

interface ClusterLayoutProps {
  readonly params: Promise<ClusterPlace>;
  readonly children: ReactNode;
}

export async function generateMetadata({ params }: ClusterLayoutProps): Promise<Metadata> {
  const { clusterId } = clusterPlaceOf(await params);
  return { title: { default: clusterId, template: `%s of ${clusterId} · Drey` } };
}

/** One cluster: its name, state and actions, and the tabs that its pages are under. */
export default async function ClusterLayout({ params, children }: ClusterLayoutProps) {
  const cluster = clusterPlaceOf(await params);
  const { context, namespace, clusterId } = cluster;
  return (
    <>
      <Bar
        crumbs={[
          { label: "Clusters", href: "/clusters" },
          { label: context, href: "/clusters" },
          { label: namespace, href: `/clusters?namespace=${encodeURIComponent(namespace)}` },
          { label: clusterId },
        ]}
      />
      <ClusterHead cluster={cluster} />
      {children}
    </>
  );
}
