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

export type SetField = <Field extends keyof Draft>(field: Field, value: Draft[Field]) => void;

export interface KeptDraft {
  readonly draft: Draft;
  readonly set: SetField;
  /** Starts anew, and forgets what was kept. */
  readonly clear: () => void;
  /** Forgets what was kept; what is on screen stays until the page is left. */
  readonly forget: () => void;
}

/** The form's content. It is kept in this browser, so that it survives a reload. */
export function useDraft(): KeptDraft {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  // Not while rendering: the server has no storage, and its page must equal the first one here.
  useEffect(() => {
    const kept = read();
    if (kept) setDraft(kept);
  }, []);
  const set = useCallback<SetField>((field, value) => {
    setDraft((before) => {
      const next = { ...before, [field]: value };
      write(next);
      return next;
    });
  }, []);
  const clear = useCallback(() => {
    write(undefined);
    setDraft(emptyDraft);
  }, []);
  const forget = useCallback(() => write(undefined), []);
  return { draft, set, clear, forget };
}
