"use client";
import { useRef } from "react";
import { countedLevels } from "#server/logs/schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { useNow } from "../ui/use-now.ts";
import { Histogram, NoHistogram } from "./histogram.tsx";
import { LogBar } from "./log-bar.tsx";
import { LogFacets } from "./log-facets.tsx";
import { LogList } from "./log-list.tsx";
import { LogProblem, LogStatus } from "./log-status.tsx";
import { NoRecords } from "./no-records.tsx";
import { SpokenRecord } from "./spoken-record.tsx";
import { gapsOf, rangeOf } from "./time-range.ts";
import { useLogView } from "./use-log-view.ts";

const unfiltered = {
  levels: countedLevels,
  pods: undefined,
  withoutPods: [],
  loggers: undefined,
  withoutLoggers: [],
  text: "",
};

/** A cluster's logs: all pods merged, live and kept, with search, facets and a histogram. */
export function LogPage({ cluster }: { readonly cluster: ClusterPlace }) {
  const searchField = useRef<HTMLInputElement>(null);
  const view = useLogView(cluster, searchField);
  const { address, change, stream, follow, cursor, podName } = view;
  const { window, tally, state } = stream;
  const rows = window.rows;
  const now = useNow();
  const isRead = state.kind === "live" || state.kind === "ended";
  return (
    <div className="grid h-[calc(100vh-136px)] min-h-[420px] grid-cols-[216px_minmax(0,1fr)] max-wide:grid-cols-1">
      <LogFacets address={address} onChange={change} tally={tally} pods={view.pods} podName={podName} />
      <div className="flex min-h-0 min-w-0 flex-col">
        <LogBar
          cluster={cluster}
          address={address}
          onChange={change}
          tally={tally}
          follow={follow}
          containers={view.containers}
          searchField={searchField}
        />
        {state.kind === "connecting" && tally.read === 0 ? (
          <NoHistogram />
        ) : (
          <Histogram
            tally={tally}
            range={rangeOf(address, tally, now)}
            seen={view.seen}
            gaps={gapsOf(rows)}
            onGo={view.goTo}
            onRange={(from, to) => change({ since: new Date(from).toISOString(), until: new Date(to).toISOString() })}
          />
        )}
        <LogProblem state={state} />
        {rows.length === 0 && isRead && window.waiting === 0 ? (
          <div className="flex-1">
            <NoRecords tally={tally} address={address} onChange={change} unfiltered={unfiltered} />
          </div>
        ) : (
          <LogList
            rows={rows}
            waiting={window.waiting}
            scroller={view.scroller}
            follow={follow}
            cursor={cursor}
            findMarks={view.marks}
            wraps={address.wrap}
            podName={podName}
            reveal={view.reveal}
            onSeen={view.onSeen}
          />
        )}
        <LogStatus cluster={cluster} state={state} isHeld={follow.isHeld} left={window.left} />
        <SpokenRecord row={rows.find((row) => row.id === cursor.id)} podName={podName} />
      </div>
    </div>
  );
}
