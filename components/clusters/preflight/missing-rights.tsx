"use client";
import { useQuery } from "@tanstack/react-query";
import { GrantRights } from "./grant-rights.tsx";
import { type Place, preflightQuery } from "./preflight-queries.ts";

/** What would give a running cluster's service account the rights that it lacks; nothing while that is not known. */
export function MissingRights({ place }: { readonly place: Place }) {
  const { data } = useQuery(preflightQuery(place));
  return data?.grant ? <GrantRights place={place} grant={data.grant} /> : null;
}
