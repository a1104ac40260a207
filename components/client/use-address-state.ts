"use client";
import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/**
 * One parameter of the page's address as state, so that a filtered view is a link. `fallback` is left out of it.
 *
 * Replaces the address instead of adding to the history: going back leaves the page, not the last letter typed.
 */
export function useAddressState(name: string, fallback = ""): readonly [string, (value: string) => void] {
  const parameters = useSearchParams();
  const set = useCallback(
    (value: string) => {
      const next = new URLSearchParams(location.search);
      if (value === fallback) next.delete(name);
      else next.set(name, value);
      history.replaceState(null, "", next.size > 0 ? `?${next}` : location.pathname);
    },
    [name, fallback],
  );
  return [parameters.get(name) ?? fallback, set];
}
