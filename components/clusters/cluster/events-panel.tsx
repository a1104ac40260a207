"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { type ClusterPlace, clusterHref } from "../../client/cluster-href.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { clusterEventsQuery } from "../cluster-queries.ts";
import { entriesOf } from "./event-entries.tsx";

const SHOWN = 14;

/** The newest events of the cluster's objects. */
export function EventsPanel({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, isPending, refetch } = useQuery(clusterEventsQuery(cluster));
  return (
    <Panel
      title="Events"
      note="Kubernetes keeps them for an hour"
      actions={
        <Link href={clusterHref(cluster, "events") as Route} className="num text-12">
          All {data && data.events.length > 0 ? data.events.length : ""}
        </Link>
      }
    >
      {error && (
        <div className="p-3">
          <ErrorState fact="The events could not be read." error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {isPending && <SkeletonRows rows={4} waitingFor="Waiting for the API server" />}
      {data?.events.length === 0 && <EmptyState title="No events">None in the last hour.</EmptyState>}
      {data && data.events.length > 0 && (
        <Timeline entries={entriesOf(data.events.slice(0, SHOWN), { clusterId: cluster.clusterId, brief: true })} />
      )}
    </Panel>
  );
}
