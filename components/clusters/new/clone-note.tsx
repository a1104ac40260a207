"use client";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import type { useClone } from "./clone-cluster.ts";

/** Whose clone the form is, and what of it could not be taken over. */
export function CloneNote({ clone }: { readonly clone: ReturnType<typeof useClone> }) {
  const { place, error, loading, notTaken } = clone;
  if (!place) return null;
  const of = `${place.namespace}/${place.clusterId}`;
  if (error) return <ErrorState fact={`The spec of ${of} can’t be read.`} error={error} />;
  if (loading || !notTaken) return <Note family="plain" role="status" fact={`Reading the spec of ${of} …`} />;
  if (notTaken.length === 0)
    return <Note family="ok" role="status" fact={`A clone of ${of}, with all that it says.`} />;
  return (
    <Note family="wait" role="status" fact={`A clone of ${of}. This could not be taken over:`}>
      <ul className="mt-1 list-disc pl-4">
        {notTaken.map(({ field, detail }) => (
          <li key={`${field} ${detail}`}>{detail}</li>
        ))}
      </ul>
    </Note>
  );
}
