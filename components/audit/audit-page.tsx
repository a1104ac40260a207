"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useRef } from "react";
import { useAddressState } from "../client/use-address-state.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterField } from "../ui/field.tsx";
import { useShortcuts } from "../ui/keyboard.ts";
import { ErrorState } from "../ui/problem-state.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { type AuditFilter, auditQuery } from "./audit-queries.ts";
import { AuditTable } from "./audit-table.tsx";

/** Who changed what, to what, from what to what, and how it ended. */
export function AuditPage() {
  const [text, setText] = useAddressState("text");
  const [context, setContext] = useAddressState("context");
  const [namespace, setNamespace] = useAddressState("namespace");
  const [clusterId, setClusterId] = useAddressState("clusterId");
  const field = useRef<HTMLInputElement>(null);
  useShortcuts("Audit", [{ keys: "f", does: "Filter", run: () => field.current?.focus() }]);
  const filter: AuditFilter = { text: useDeferredValue(text.trim()), context, namespace, clusterId };
  const showCluster = (cluster: Omit<AuditFilter, "text">) => {
    setContext(cluster.context);
    setNamespace(cluster.namespace);
    setClusterId(cluster.clusterId);
  };
  const clear = () => {
    setText("");
    showCluster({ context: "", namespace: "", clusterId: "" });
  };
  return (
    <div className="flex flex-1 flex-col">
      <div className="flex flex-none items-center gap-2 px-5 py-3">
        <FilterField
          label="Filter the audit log"
          placeholder="Cluster, action or person"
          value={text}
          ref={field}
          shortcut="f"
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          className="w-72"
        />
        {clusterId !== "" && (
          <Button
            icon="close"
            onClick={() => showCluster({ context: "", namespace: "", clusterId: "" })}
            title="Show all clusters again"
          >
            Only {namespace}/{clusterId}
          </Button>
        )}
      </div>
      <Entries filter={filter} onShowCluster={showCluster} onClear={clear} />
    </div>
  );
}

interface EntriesProps {
  readonly filter: AuditFilter;
  readonly onShowCluster: (cluster: Omit<AuditFilter, "text">) => void;
  readonly onClear: () => void;
}

function Entries({ filter, onShowCluster, onClear }: EntriesProps) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    auditQuery(filter),
  );
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      {error && (
        <div className="px-5 pb-3">
          <ErrorState fact="The audit log could not be read." error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {isPending && !error && <SkeletonRows waitingFor="Waiting for the audit log" />}
      {entries.length > 0 && <AuditTable entries={entries} onShowCluster={onShowCluster} />}
      {data && entries.length === 0 && <Nothing filter={filter} onClear={onClear} />}
      {hasNextPage && (
        <div className="flex justify-center py-4">
          <Button onClick={() => void fetchNextPage()} busy={isFetchingNextPage && "Reading"}>
            Show older
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing({ filter, onClear }: Pick<EntriesProps, "filter" | "onClear">) {
  const filtered = Object.values(filter).some((value) => value !== "");
  if (!filtered) {
    return (
      <EmptyState title="Nothing was changed yet">
        Each cluster created or deleted, each job cancelled and each log level changed through this console stands here,
        with who asked and how it ended.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No change fits the filter" actions={<Button onClick={onClear}>Clear</Button>}>
      Looked in all that was asked for through this console.
    </EmptyState>
  );
}
