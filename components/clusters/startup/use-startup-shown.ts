"use client";
import { useQuery } from "@tanstack/react-query";
import type { ClusterDetail } from "#server/clusters/cluster-view.schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { useNow } from "../../ui/use-now.ts";
import { startupQuery } from "./startup-queries.ts";

/** So long after its creation a cluster's page still tells how it came up. */
const LATELY_MS = 10 * 60_000;
const comingUp = ["starting", "pending", "failing"];

interface StartupShown {
  readonly shown: boolean;
  /** The start's own note says more than the state's reason: one of the two is enough. */
  readonly tellsTrouble: boolean;
}

/** Whether a cluster's page tells of its start: while it comes up, and for a while after it was made. */
export function useStartupShown(cluster: ClusterPlace, detail: ClusterDetail | undefined): StartupShown {
  const now = useNow();
  const { observed, createdAt = 0 } = detail?.summary ?? {};
  const stale = detail?.context.staleSince !== undefined;
  const lately = now - createdAt < LATELY_MS && observed?.state !== "deleting" && observed?.state !== "suspended";
  const shown = observed !== undefined && !stale && (lately || comingUp.includes(observed.state));
  const { data } = useQuery(startupQuery(cluster, shown));
  return { shown, tellsTrouble: shown && data?.trouble !== undefined };
}
