"use client";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import { mainContainer } from "#server/logs/schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { selectionOf } from "./log-address.ts";
import { logPodsQuery } from "./log-queries.ts";
import { findMarks } from "./search-marks.ts";
import { type TimeRange, timeOfRow, timesBetween } from "./time-range.ts";
import { useFollow } from "./use-follow.ts";
import { useLogAddress } from "./use-log-address.ts";
import { useLogCursor } from "./use-log-cursor.ts";
import { useLogStream } from "./use-log-stream.ts";
import { usePodNames } from "./use-pod-names.ts";

/** Rows in view, by index. */
export interface SeenRows {
  readonly first: number;
  readonly last: number;
}

/** How much is shown around a time that is not among the rows at hand. */
const aroundMs = 120_000;

/** All that the parts of the log page share: the address, the stream, where one reads. */
export function useLogView(cluster: ClusterPlace, searchField: RefObject<HTMLInputElement | null>) {
  const [address, change] = useLogAddress();
  const stream = useLogStream(cluster, selectionOf(address));
  const { window } = stream;
  const pods = useQuery(logPodsQuery(cluster)).data?.pods ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const reveal = useRef<(index: number) => void>(() => undefined);
  const seenRows = useRef<SeenRows>({ first: 0, last: 0 });
  const [seen, setSeen] = useState<TimeRange>();
  const follow = useFollow(stream, scroller);
  const cursor = useLogCursor({
    rows: () => window.rows,
    lastSeen: () => seenRows.current.last,
    reveal: (index) => reveal.current(index),
    onEnd: follow.release,
    onWrap: () => change({ wrap: !address.wrap }),
    onSearch: () => searchField.current?.focus(),
  });
  const onSeen = useCallback(
    (rows: SeenRows) => {
      seenRows.current = rows;
      setSeen(timesBetween(window.rows[rows.first], window.rows[rows.last]));
    },
    [window],
  );
  const goTo = (at: number) => {
    const [first] = window.rows;
    const index = window.rows.findIndex((row) => timeOfRow(row) >= at);
    if (index >= 0 && first !== undefined && timeOfRow(first) <= at) reveal.current(index);
    else change({ since: new Date(at - aroundMs).toISOString(), until: new Date(at + aroundMs).toISOString() });
  };
  const { text, regex, caseSensitive } = address;
  const marks = useMemo(() => findMarks(text, regex, caseSensitive), [text, regex, caseSensitive]);
  const podName = usePodNames(cluster.clusterId, [
    ...new Set([...pods.map(({ pod }) => pod), ...Object.keys(stream.tally.pods)]),
  ]);
  const containers = [...new Set([mainContainer, ...pods.flatMap((pod) => pod.containers)])];
  return {
    address,
    change,
    stream,
    pods,
    scroller,
    reveal,
    seen,
    onSeen,
    follow,
    cursor,
    goTo,
    marks,
    podName,
    containers,
  };
}
