"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { readCapacityOperation } from "#server/clusters/capacity.schema.ts";
import { listChoicesOperation } from "#server/clusters/choices.schema.ts";
import { grantRightsOperation, preflightOperation } from "#server/clusters/preflight.schema.ts";
import { callConsole, type InputOf } from "../../client/call-console.ts";
import type { SpecInput } from "../cluster-queries.ts";

/** Where a cluster is to go, and as which service accounts its processes run. */
export type Place = InputOf<typeof preflightOperation>;

/** What this person and the service accounts may do there. Rights change seldom. */
export const preflightQuery = (place: Place) =>
  queryOptions({
    queryKey: ["preflight", place.context, place.namespace, place],
    queryFn: ({ signal }) => callConsole(preflightOperation, place, { signal }),
    enabled: place.context !== "" && place.namespace !== "",
    staleTime: 30_000,
  });

/** What quota and nodes leave for a spec. Keeps the last answer in sight while the next one is on its way. */
export const capacityQuery = (context: string, spec: SpecInput) =>
  queryOptions({
    queryKey: ["capacity", context, spec],
    queryFn: ({ signal }) => callConsole(readCapacityOperation, { context, spec }, { signal }),
    placeholderData: (before) => before,
    staleTime: 20_000,
    gcTime: 30_000,
  });

/** Names of what a new cluster may refer to in a namespace. */
export const choicesQuery = (context: string, namespace: string) =>
  queryOptions({
    queryKey: ["choices", context, namespace],
    queryFn: ({ signal }) => callConsole(listChoicesOperation, { context, namespace }, { signal }),
    enabled: context !== "" && namespace !== "",
    staleTime: 30_000,
  });

/** Creates what a service account lacks; what waits for it is asked for anew. */
export function useGrantRights() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (place: InputOf<typeof grantRightsOperation>) => callConsole(grantRightsOperation, place),
    onSettled: () =>
      Promise.all(
        ["preflight", "startup", "choices"].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })),
      ),
  });
}
