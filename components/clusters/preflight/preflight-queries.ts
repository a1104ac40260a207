"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { grantRightsOperation, preflightOperation } from "#server/clusters/preflight.schema.ts";
import { callConsole, type InputOf } from "../../client/call-console.ts";

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
