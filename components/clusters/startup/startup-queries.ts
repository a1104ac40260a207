"use client";
import { queryOptions } from "@tanstack/react-query";
import { getClusterStartupOperation } from "#server/clusters/startup.schema.ts";
import { callConsole } from "../../client/call-console.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";

const STARTING_MS = 2_000;
const STUCK_MS = 5_000;

/** How a cluster comes up. Events and logs are told by no watch, so it is asked for until all is done. */
export const startupQuery = ({ context, namespace, clusterId }: ClusterPlace, enabled: boolean) =>
  queryOptions({
    queryKey: ["startup", context, namespace, clusterId],
    queryFn: ({ signal }) => callConsole(getClusterStartupOperation, { context, namespace, clusterId }, { signal }),
    enabled,
    refetchInterval: ({ state: { data } }) =>
      data?.trouble !== undefined ? STUCK_MS : data?.state === "starting" ? STARTING_MS : false,
  });
