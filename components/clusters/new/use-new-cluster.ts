"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { ConsoleProblem, type ProblemIssue } from "../../ui/console-problem.ts";
import { useRested } from "../../ui/use-rested.ts";
import { clustersQuery, contextsQuery, previewQuery, useCreateCluster, useDryRun } from "../cluster-queries.ts";
import type { DraftField } from "./draft.ts";
import { ownIssues, sortIssues } from "./draft-issues.ts";
import type { DryRun } from "./dry-run-panel.tsx";
import { specOf } from "./spec-of.ts";
import { useDraft } from "./use-draft.ts";

/** A burst of keys is one request; a request that was overtaken is given up. Rendering asks nobody and takes little. */
const PREVIEW_AFTER_MS = 15;
/** Under the choice of the Service's type the form says the same, always. */
const saidByTheForm = "reachable-inside-only";

const issuesOf = (error: Error | null): readonly ProblemIssue[] =>
  error instanceof ConsoleProblem ? (error.problem.issues ?? []) : [];

/** All that the page of a new cluster knows: the draft, its preview, what is wrong with it, and how it is sent. */
export function useNewCluster() {
  const { draft, ready, set, change, clear, forget } = useDraft();
  useDefaultPlace(ready && draft.context === "", set);
  const spec = useMemo(() => specOf(draft), [draft]);
  const restedSpec = useRested(spec, PREVIEW_AFTER_MS);
  const preview = useQuery(previewQuery(restedSpec));
  const create = useCreateCluster();
  const dryRun = useDryRunOf(draft.context, spec);

  const taken = useTaken(draft);
  // Once it is created the name is its own, until the page is left.
  const own = useMemo(() => ownIssues(draft, taken && !create.isSuccess), [draft, taken, create.isSuccess]);
  // What was refused on sending counts until the draft changes.
  const refused = create.variables?.spec === spec ? issuesOf(create.error) : [];
  const issues = [...own, ...(preview.data?.issues ?? []), ...issuesOf(preview.error), ...refused];
  const sorted = sortIssues(useDeferredValue(issues), draft);

  const [leftFields, setLeftFields] = useState<ReadonlySet<DraftField>>(new Set());
  const [tried, setTried] = useState(false);
  return {
    draft,
    ready,
    set,
    change,
    clear,
    forget,
    preview,
    create,
    dryRun,
    spec,
    sorted,
    errors: sorted.fields.size + sorted.options.size + sorted.others.length,
    firstError: issues[0]?.detail,
    warnings: (preview.data?.warnings ?? []).filter((warning) => warning.code !== saidByTheForm),
    free: draft.clusterId !== "" && !sorted.fields.has("clusterId") && preview.data !== undefined,
    fresh: !tried && leftFields.size === 0,
    /** Sending was tried: from then on every field says what is wrong with it. */
    tryToSend: () => setTried(true),
    left: (field: DraftField) => setLeftFields((before) => new Set([...before, field])),
    issue: (field: DraftField) => (tried || leftFields.has(field) ? sorted.fields.get(field) : undefined),
  };
}

/** A draft without a place gets the current context and its namespace. */
function useDefaultPlace(missing: boolean, set: ReturnType<typeof useDraft>["set"]) {
  const current = useQuery(contextsQuery).data?.contexts.find((one) => one.current);
  useEffect(() => {
    if (!missing || current === undefined) return;
    set("context", current.context);
    set("namespace", current.defaultNamespace);
  }, [missing, current, set]);
}

function useTaken({ context, namespace, clusterId }: ReturnType<typeof useDraft>["draft"]): boolean {
  const clusters = useQuery(clustersQuery).data?.clusters ?? [];
  return clusters.some(
    (one) => one.context === context && one.namespace === namespace && one.clusterId === clusterId.trim(),
  );
}

function useDryRunOf(context: string, spec: ReturnType<typeof specOf>) {
  const run = useDryRun();
  const [took, setTook] = useState({ tookMs: 0, at: 0 });
  const start = () => {
    const from = performance.now();
    const onSettled = () => setTook({ tookMs: performance.now() - from, at: Date.now() });
    run.mutate({ context, spec }, { onSettled });
  };
  const shown: DryRun | undefined =
    run.variables && !run.isPending
      ? { answer: run.data, error: run.error, context, ...took, outdated: run.variables.spec !== spec }
      : undefined;
  return { start, trying: run.isPending, shown };
}
