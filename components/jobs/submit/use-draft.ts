"use client";
import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import type { Draft } from "./draft.ts";

const kept = z
  .object({
    jar: z.union([z.object({ sha256: z.string() }), z.object({ jarId: z.string() })]).optional(),
    entryClass: z.string(),
    parallelism: z.string(),
    savepointPath: z.string(),
    claimMode: z.enum(["NO_CLAIM", "CLAIM"]),
    allowNonRestoredState: z.boolean(),
    options: z.string(),
  })
  .partial();

/**
 * The form as typed; it survives a reload of this tab. Arguments are not kept: they may hold passwords.
 * What `first` sets, such as a savepoint from the address, wins over what was kept.
 */
export function useDraft(cluster: ClusterPlace, first: Draft) {
  const key = `drey-submit ${cluster.context} ${cluster.namespace} ${cluster.clusterId}`;
  const [draft, setDraft] = useState(first);
  // Read after the first paint: the server has no storage, and both must draw the same.
  useEffect(() => {
    const before = read(key);
    if (before) setDraft((now) => merged(now, before));
  }, [key]);
  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft((now) => {
        const next = { ...now, ...changes };
        const { programArguments: _, ...rest } = next;
        sessionStorage.setItem(key, JSON.stringify(rest));
        return next;
      }),
    [key],
  );
  const clear = useCallback(() => sessionStorage.removeItem(key), [key]);
  return [draft, change, clear] as const;
}

function read(key: string): z.output<typeof kept> | undefined {
  try {
    return kept.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null")).data;
  } catch {
    return undefined;
  }
}

function merged(now: Draft, before: z.output<typeof kept>): Draft {
  const savepointPath = now.savepointPath === "" ? (before.savepointPath ?? "") : now.savepointPath;
  return {
    jar: before.jar ?? now.jar,
    entryClass: before.entryClass ?? now.entryClass,
    programArguments: now.programArguments,
    parallelism: before.parallelism ?? now.parallelism,
    savepointPath,
    claimMode: before.claimMode ?? now.claimMode,
    allowNonRestoredState: before.allowNonRestoredState ?? now.allowNonRestoredState,
    options: before.options ?? now.options,
  };
}
