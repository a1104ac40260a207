"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { readerRole } from "../../client/reader-role.ts";
import { ForbiddenState } from "../../ui/forbidden-state.tsx";
import { ErrorState, isForbidden } from "../../ui/problem-state.tsx";
import { clockText } from "../../ui/quantities.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { clustersQuery } from "../cluster-queries.ts";
import { DeleteClusterDialog } from "../delete/delete-cluster-dialog.tsx";
import { ClusterList } from "./cluster-list.tsx";
import { type ClusterRow, rowsOf } from "./cluster-row.ts";
import { FirstRun } from "./first-run.tsx";

/** All clusters of all contexts and namespaces that may be seen. */
export function ClustersPage() {
  const { data, error, isPending, refetch, dataUpdatedAt } = useQuery(clustersQuery);
  const [deleting, setDeleting] = useState<ClusterRow | null>(null);
  const rows = useMemo(() => (data ? rowsOf(data.clusters, data.contexts) : []), [data]);
  const retry = () => void refetch();

  if (isPending) return <SkeletonRows rows={12} waitingFor="Waiting for the first answer of the API servers" />;
  if (isForbidden(error)) {
    const { namespace = "default" } = error.problem;
    return (
      <ForbiddenState
        title={`You may not see clusters in ${namespace}`}
        problem={error}
        role={readerRole(namespace)}
        roleFile="drey-reader.yaml"
        onRetry={retry}
      />
    );
  }
  return (
    <>
      {error && (
        <div className="px-5 pt-3">
          <ErrorState
            fact="The list could not be read."
            error={error}
            stillHolds={data && `Shown as seen at ${clockText(dataUpdatedAt)}.`}
            onRetry={retry}
          />
        </div>
      )}
      {data && rows.length === 0 && <FirstRun contexts={data.contexts} />}
      {data && rows.length > 0 && (
        <ClusterList rows={rows} contexts={data.contexts} cut={data.cut} onDelete={setDeleting} onRetry={retry} />
      )}
      {deleting && <DeleteClusterDialog cluster={deleting} onClose={() => setDeleting(null)} />}
    </>
  );
}
