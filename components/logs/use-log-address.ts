"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type LogAddress, parseLogAddress, printLogAddress } from "./log-address.ts";

/** What the page shows, as its address says it: a link to it shows a colleague the same. */
export function useLogAddress(): readonly [LogAddress, (change: Partial<LogAddress>) => void] {
  const parameters = useSearchParams();
  const query = parameters.toString();
  const address = useMemo(() => parseLogAddress(new URLSearchParams(query)), [query]);
  const change = useCallback((part: Partial<LogAddress>) => {
    const before = parseLogAddress(new URLSearchParams(location.search));
    const printed = printLogAddress({ ...before, ...part });
    history.replaceState(null, "", printed === "" ? location.pathname : `?${printed}`);
  }, []);
  return [address, change];
}
