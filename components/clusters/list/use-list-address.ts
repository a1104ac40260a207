"use client";
import { useCallback, useMemo } from "react";
import { useAddressState } from "../../client/use-address-state.ts";
import { type Filter, type SortKey, sortKeys } from "./arrange.ts";
import type { GroupBy } from "./list-filters.tsx";

const groupings: readonly GroupBy[] = ["context", "namespace", "none"];

/** What decides the list, from the address: a filtered list is a link. */
export function useListAddress() {
  const [text, setText] = useAddressState("q");
  const [state, setState] = useAddressState("state");
  const [namespace, setNamespace] = useAddressState("namespace");
  const [sortText, setSort] = useAddressState("sort", "state");
  const [groupText, setGroup] = useAddressState("group", "context");
  const filter = useMemo<Filter>(() => ({ text, state, namespace }), [text, state, namespace]);
  const setFilter = useCallback(
    (name: keyof Filter, value: string) => ({ text: setText, state: setState, namespace: setNamespace })[name](value),
    [setText, setState, setNamespace],
  );
  return {
    filter,
    setFilter,
    // An address written by hand may say anything.
    sort: sortKeys.find((key): key is SortKey => key === sortText) ?? "state",
    setSort: setSort as (key: SortKey) => void,
    groupBy: groupings.find((by) => by === groupText) ?? "context",
    setGroupBy: setGroup as (by: GroupBy) => void,
  };
}
