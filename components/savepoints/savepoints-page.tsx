"use client";
import { useQuery } from "@tanstack/react-query";
import type { AnswerOf } from "#server/operation.schema.ts";
import type { listSavepointsOperation } from "#server/savepoints/schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { clockText } from "../ui/quantities.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { clusterSavepointsQuery, jobSavepointsQuery, savepointsQuery } from "./savepoint-queries.ts";
import { SavepointTable } from "./savepoint-table.tsx";
import type { Listing } from "./savepoint-words.ts";

/** Savepoints of all clusters, of those that are gone too. */
export function SavepointsPage() {
  return <Savepoints result={useQuery(savepointsQuery())} listing="all" />;
}

/** Savepoints of one cluster. */
export function ClusterSavepointsPage({ cluster }: { readonly cluster: ClusterPlace }) {
  return <Savepoints result={useQuery(clusterSavepointsQuery(cluster))} listing="cluster" />;
}

interface JobSavepointsPageProps {
  readonly job: ClusterPlace & { readonly jobId: string };
}

/** Savepoints of one job, with the progress of those that are being taken. */
export function JobSavepointsPage({ job: { jobId, ...cluster } }: JobSavepointsPageProps) {
  return <Savepoints result={useQuery(jobSavepointsQuery(cluster, jobId))} listing="job" />;
}

interface Result {
  readonly data: AnswerOf<typeof listSavepointsOperation> | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
}

const none: Record<Listing, string> = {
  all: "None was taken here or seen on a job. Each one that is stays listed, also when its cluster is gone.",
  cluster: "None was taken here or seen on a job of this cluster. Each one that is stays listed when the cluster goes.",
  job: "None of this job was taken or seen by this console.",
};

function Savepoints({ result, listing }: { readonly result: Result; readonly listing: Listing }) {
  const { data, error, isPending, dataUpdatedAt, refetch } = result;
  return (
    <div className="pb-8">
      {error !== null && (
        <div className="px-5 pt-3">
          <ErrorState
            fact="The savepoints could not be read."
            error={error}
            stillHolds={data && `Shown as last seen at ${clockText(dataUpdatedAt)}.`}
            onRetry={() => refetch()}
          />
        </div>
      )}
      {isPending && <SkeletonRows waitingFor="Waiting for the console" />}
      {data && data.savepoints.length === 0 && <EmptyState title="No savepoints">{none[listing]}</EmptyState>}
      {data && data.savepoints.length > 0 && <SavepointTable savepoints={data.savepoints} listing={listing} />}
      {data?.cut && <p className="px-5 py-3 text-12 text-ink-3">The newest {data.savepoints.length} are shown.</p>}
    </div>
  );
}
