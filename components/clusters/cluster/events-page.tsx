"use client";
import { useQuery } from "@tanstack/react-query";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { ClusterProblem } from "../../client/cluster-problem.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { clusterEventsQuery } from "../cluster-queries.ts";
import { entriesOf } from "./event-entries.tsx";

/** All events of the cluster's objects that Kubernetes still has. */
export function EventsPage({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, isPending, refetch } = useQuery(clusterEventsQuery(cluster));
  if (isPending) return <SkeletonRows rows={8} waitingFor="Waiting for the API server" />;
  if (data === undefined) return <ClusterProblem cluster={cluster} error={error} onRetry={() => void refetch()} />;
  return (
    <div className="p-5">
      <Panel
        title="Events"
        note={`${data.events.length}, newest first; Kubernetes keeps them for an hour${data.cut ? ". There are more" : ""}`}
      >
        {data.events.length === 0 ? (
          <EmptyState title="No events">None of this cluster&apos;s objects had one in the last hour.</EmptyState>
        ) : (
          <Timeline entries={entriesOf(data.events, cluster)} />
        )}
      </Panel>
    </div>
  );
}
