import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { listAuditOperation } from "#server/audit/schema.ts";
import { callConsole } from "../client/call-console.ts";

/** What of the log is shown. An empty text, or an empty part of the address, means any. */
export interface AuditFilter {
  readonly text: string;
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
}

const pageSize = 100;

/** The log, newest first, page by page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ["audit", filter],
    queryFn: ({ signal, pageParam }) => {
      const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
      const before = pageParam === "" ? {} : { before: pageParam };
      return callConsole(listAuditOperation, { ...set, ...before, limit: pageSize }, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? last.entries.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    // Where the live channel does not tell of it.
    refetchInterval: 15_000,
  });
