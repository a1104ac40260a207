"use client";
import { useQuery } from "@tanstack/react-query";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { bytesText } from "../ui/quantities.tsx";
import { logPodsQuery, useKeepLogs } from "./log-queries.ts";

/** Whether this cluster's logs are kept, what that costs, and the switch. */
export function Keeping({ cluster }: { readonly cluster: ClusterPlace }) {
  const keeping = useQuery(logPodsQuery(cluster)).data?.keeping;
  const keep = useKeepLogs(cluster);
  if (keeping === undefined) return null;
  const { on, possible, bytes, budgetBytes, totalBytes, totalBudgetBytes, ageDays } = keeping;
  const total = `All kept logs: ${bytesText(totalBytes)} of ${bytesText(totalBudgetBytes)}. They stay for ${ageDays} days at most.`;
  return (
    <span className="num ml-auto flex items-center gap-2" title={possible ? total : undefined}>
      {on ? "Kept" : "Not kept"}
      {(on || bytes > 0) && `, ${bytesText(bytes)} of ${bytesText(budgetBytes)}`}
      {possible && (
        <button
          type="button"
          disabled={keep.isPending}
          onClick={() => keep.mutate(!on)}
          className="text-accent-ink hover:underline"
        >
          {on ? "Stop keeping" : "Keep logs"}
        </button>
      )}
      {keep.isError && <span className="text-bad-ink">It could not be switched.</span>}
    </span>
  );
}
