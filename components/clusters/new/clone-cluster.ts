"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getClusterSpecOperation } from "#server/clusters/new-cluster.schema.ts";
import { callConsole } from "../../client/call-console.ts";
import { useAddressState } from "../../client/use-address-state.ts";
import type { Draft } from "./draft.ts";
import { draftOf } from "./draft-of.ts";

const longestName = 45;

/** `context/namespace/cluster-id`; a context may hold slashes, the others can't. */
export function placeInAddress(text: string) {
  const found = /^(.+)\/([^/]+)\/([^/]+)$/.exec(text);
  const [, context = "", namespace = "", clusterId = ""] = found ?? [];
  return found ? { context, namespace, clusterId } : undefined;
}

/** A name for the clone, no longer than Flink takes. */
export function cloneName(clusterId: string): string {
  const [, stem = clusterId, number] = /^(.*?)(?:-(\d{1,4}))?$/.exec(clusterId) ?? [];
  const ending = `-${Number(number ?? 1) + 1}`;
  return stem.slice(0, longestName - ending.length).replace(/-+$/, "") + ending;
}

/**
 * Fills the form from the cluster that the address names (`?clone=`), once, under a new name. The address loses it then, so
 * that a reload keeps what was changed since.
 */
export function useClone(ready: boolean, change: (to: (before: Draft) => Draft) => void) {
  const [asked, setAsked] = useAddressState("clone");
  // Kept when the address has lost it: the note about the clone stays.
  const [taken, setTaken] = useState(asked);
  const place = placeInAddress(asked || taken);
  const query = useQuery({
    queryKey: ["cluster-spec", place?.context, place?.namespace, place?.clusterId],
    queryFn: ({ signal }) => (place ? callConsole(getClusterSpecOperation, place, { signal }) : null),
    enabled: ready && place !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data } = query;
  useEffect(() => {
    const from = placeInAddress(asked);
    if (!ready || !data || !from) return;
    const draft = draftOf(data.spec, from.context);
    change(() => ({ ...draft, clusterId: cloneName(from.clusterId), namespace: from.namespace }));
    setTaken(asked);
    setAsked("");
  }, [ready, data, asked, change, setAsked]);
  return { place, error: query.error, loading: asked !== "" && query.isLoading, notTaken: data?.notTaken };
}
