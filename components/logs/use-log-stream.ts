"use client";
import { useEffect, useRef, useState } from "react";
import type { ClusterPlace } from "../client/cluster-href.ts";
import type { StreamBody } from "./log-connection.ts";
import { emptyTally, type LogTally } from "./log-tally.ts";
import { LogWindow } from "./log-window.ts";
import { StreamSession, type StreamState } from "./stream-session.ts";

export interface LogStream {
  readonly window: LogWindow;
  readonly state: StreamState;
  readonly tally: LogTally;
  /** Grows with each change of the window, which is the same object throughout. */
  readonly version: number;
  /** Makes a change to the window seen. */
  readonly changed: () => void;
}

/** Reads the records of a selection for as long as the component is on the page. */
export function useLogStream(cluster: ClusterPlace, selection: StreamBody): LogStream {
  const [window] = useState(() => new LogWindow());
  const [shown, setShown] = useState({ version: 0, tally: emptyTally });
  const [state, setState] = useState<StreamState>({ kind: "connecting" });
  const { context, namespace, clusterId } = cluster;
  const asked = JSON.stringify(selection);
  const changed = useRef(() => setShown((before) => ({ ...before, version: before.version + 1 })));
  useEffect(() => {
    window.clear();
    const session = new StreamSession({ context, namespace, clusterId }, JSON.parse(asked), window, {
      onState: setState,
      onPaint: (tally) => setShown((before) => ({ version: before.version + 1, tally })),
    });
    return () => session.close();
  }, [context, namespace, clusterId, asked, window]);
  return { window, state, ...shown, changed: changed.current };
}
