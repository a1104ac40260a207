"use client";
import { useCallback, useEffect, useState } from "react";
import { type Draft, draftSchema, emptyDraft } from "./draft.ts";

const storageKey = "drey-new-cluster";

function read(): Draft | undefined {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === null ? undefined : draftSchema.safeParse(JSON.parse(kept)).data;
  } catch {
    // Storage may be off, and what is in it may be of another version.
    return undefined;
  }
}

function write(draft: Draft | undefined) {
  try {
    if (draft) localStorage.setItem(storageKey, JSON.stringify(draft));
    else localStorage.removeItem(storageKey);
  } catch {
    // Not kept: the form works without it.
  }
}

/** What the address asks for: an application that starts from a savepoint, beside where the savepoint is from. */
function fromAddress(search: string): Partial<Draft> {
  const parameters = new URLSearchParams(search);
  const savepointPath = parameters.get("savepoint") ?? "";
  if (savepointPath === "") return {};
  const context = parameters.get("context") ?? "";
  const namespace = parameters.get("namespace") ?? "";
  return { mode: "application", savepointPath, ...(context && { context }), ...(namespace && { namespace }) };
}

export type SetField = <Field extends keyof Draft>(field: Field, value: Draft[Field]) => void;

export interface KeptDraft {
  readonly draft: Draft;
  /** True once what was kept, and what the address asks for, are in it. */
  readonly ready: boolean;
  readonly set: SetField;
  /** Changes as much as a function says, at once. */
  readonly change: (to: (before: Draft) => Draft) => void;
  /** Starts anew, and forgets what was kept. */
  readonly clear: () => void;
  /** Forgets what was kept; what is on screen stays until the page is left. */
  readonly forget: () => void;
}

/** The form's content. It is kept in this browser, so that it survives a reload. */
export function useDraft(): KeptDraft {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [ready, setReady] = useState(false);
  // Not while rendering: the server has no storage, and its page must equal the first one here.
  useEffect(() => {
    setDraft({ ...emptyDraft, ...read(), ...fromAddress(location.search) });
    setReady(true);
  }, []);
  const change = useCallback<KeptDraft["change"]>((to) => {
    setDraft((before) => {
      const next = to(before);
      write(next);
      return next;
    });
  }, []);
  const set = useCallback<SetField>((field, value) => change((before) => ({ ...before, [field]: value })), [change]);
  const clear = useCallback(() => {
    write(undefined);
    setDraft(emptyDraft);
  }, []);
  const forget = useCallback(() => write(undefined), []);
  return { draft, ready, set, change, clear, forget };
}
