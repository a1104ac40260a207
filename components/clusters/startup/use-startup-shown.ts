"use client";
import { useQuery } from "@tanstack/react-query";
import type { ClusterDetail } from "#server/clusters/cluster-view.schema.ts";
import type { StartupTrouble } from "#server/clusters/startup.schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { useNow } from "../../ui/use-now.ts";
import { startupQuery } from "./startup-queries.ts";

/** So long after its creation a cluster's page still tells how it came up. */
const LATELY_MS = 10 * 60_000;
const comingUp = ["starting", "pending", "failing"];

interface StartupShown {
  /** Whether the steps of the start are worth their place. */
  readonly steps: boolean;
  /** What it is explained to be stuck on: it says more than the state's reason, and one of the two is enough. */
  readonly trouble: StartupTrouble | undefined;
}

/** What a cluster's page tells of its start: while it comes up, for a while after it was made, and when it is in trouble. */
export function useStartupShown(cluster: ClusterPlace, detail: ClusterDetail | undefined): StartupShown {
  const now = useNow();
  const { observed, createdAt = 0 } = detail?.summary ?? {};
  const stale = detail?.context.staleSince !== undefined;
  const lately = now - createdAt < LATELY_MS && observed?.state !== "deleting" && observed?.state !== "suspended";
  const comesUp = observed !== undefined && comingUp.includes(observed.state);
  const asked = !stale && (lately || comesUp || observed?.state === "degraded");
  const { data } = useQuery(startupQuery(cluster, asked));
  const trouble = asked ? data?.trouble : undefined;
  return { steps: asked && (lately || comesUp), trouble };
}
