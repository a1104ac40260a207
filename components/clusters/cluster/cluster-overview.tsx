"use client";
import { useQuery } from "@tanstack/react-query";
import type { ClusterDetail } from "#server/clusters/cluster-view.schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { ClusterProblem } from "../../client/cluster-problem.tsx";
import { clusterQuery } from "../../client/cluster-query.ts";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clockText } from "../../ui/quantities.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { StartupPanel } from "../startup/startup-panel.tsx";
import { TroubleNote } from "../startup/trouble-note.tsx";
import { useStartupShown } from "../startup/use-startup-shown.ts";
import { EventsPanel } from "./events-panel.tsx";
import { JobsPanel } from "./jobs-panel.tsx";
import { NowPanel } from "./now-panel.tsx";
import { ObjectsPanel } from "./objects-panel.tsx";
import { PodsPanel } from "./pods-panel.tsx";

/** One cluster at a glance: what is wrong, the picture, jobs, pods, objects, events. */
export function ClusterOverview({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, refetch, isPending, dataUpdatedAt } = useQuery(clusterQuery(cluster));
  const retry = () => void refetch();
  const startup = useStartupShown(cluster, data);
  if (isPending) return <SkeletonRows rows={8} waitingFor={`Waiting for the API server of ${cluster.context}`} />;
  if (data === undefined) return <ClusterProblem cluster={cluster} error={error} onRetry={retry} />;
  return (
    <div className="grid content-start gap-4 p-5">
      {error && (
        <ErrorState
          fact="The cluster could not be read."
          error={error}
          stillHolds={`Shown as seen at ${clockText(dataUpdatedAt)}.`}
          onRetry={retry}
        />
      )}
      {startup.trouble === undefined && <Trouble detail={data} />}
      {startup.trouble && !startup.steps && <TroubleNote cluster={cluster} trouble={startup.trouble} />}
      {startup.steps && <StartupPanel cluster={cluster} />}
      <NowPanel cluster={cluster} detail={data} />
      <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-4 max-wide:grid-cols-[minmax(0,1fr)]">
        <div className="grid gap-4">
          <JobsPanel cluster={cluster} />
          <PodsPanel pods={data.pods} />
          <ObjectsPanel detail={data} />
        </div>
        <EventsPanel cluster={cluster} />
      </div>
    </div>
  );
}

const families = { failing: "bad", pending: "wait", degraded: "wait" } as const;

/** The state's reason in full, while there is something to do about it. */
function Trouble({ detail }: { readonly detail: ClusterDetail }) {
  const { observed } = detail.summary;
  const { staleSince } = detail.context;
  if (staleSince !== undefined) {
    return (
      <Note family="wait" fact={`${detail.summary.context} does not answer since ${clockText(staleSince)}.`}>
        Shown as last seen; changes are off.
      </Note>
    );
  }
  const family = observed.state in families ? families[observed.state as keyof typeof families] : undefined;
  if (family === undefined) return null;
  return (
    <Note family={family} fact={`${observed.reason}.`} role="status">
      {observed.since !== undefined && `Since ${clockText(observed.since)}. `}
      {observed.detail}
    </Note>
  );
}
