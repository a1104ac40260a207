"use client";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { type LiveMessage, liveMessage } from "#server/live/schema.ts";
import { touches } from "./stale.ts";

export type LiveState =
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  /** The tab was hidden: browsers allow six connections a host, so hidden tabs let go of theirs. */
  | { readonly kind: "held" }
  | { readonly kind: "lost"; readonly since: number };

const GATHER_MS = 250;
const RETRY_MS = 2_000;

let state: LiveState = { kind: "connecting" };
const listeners = new Set<() => void>();

function become(next: LiveState) {
  // Since when it is lost does not move with each failed try.
  if (state.kind === next.kind) return;
  state = next;
  for (const listener of listeners) listener();
}

function parse(data: string): LiveMessage | undefined {
  try {
    return liveMessage.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

/** Gathers messages for a moment, so that a burst of watch events asks once for each query. */
function gatherer(queryClient: QueryClient) {
  let waiting: LiveMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const messages = waiting;
    waiting = [];
    queryClient
      .invalidateQueries({ predicate: (query) => messages.some((message) => touches(message, query.queryKey)) })
      .catch(() => undefined);
  };
  return {
    add(message: LiveMessage) {
      waiting.push(message);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    end: () => clearTimeout(timer),
  };
}

/** Opens the channel while the tab is seen. Returns what closes it for good. */
function openLiveChannel(queryClient: QueryClient): () => void {
  const gathered = gatherer(queryClient);
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };
  const open = () => {
    close();
    source = new EventSource("/api/v1/live");
    source.onopen = () => {
      become({ kind: "live" });
      // What changed while nobody listened is not told again.
      if (missed) queryClient.invalidateQueries().catch(() => undefined);
      missed = false;
    };
    source.onmessage = (event: MessageEvent<string>) => {
      const message = parse(event.data);
      if (message) gathered.add(message);
    };
    source.onerror = () => {
      missed = true;
      become({ kind: "lost", since: Date.now() });
      // EventSource gives up after an answer that is no stream; so the tries are ours.
      close();
      retry = setTimeout(open, RETRY_MS);
    };
  };
  const seen = () => {
    if (document.hidden) {
      close();
      missed = true;
      become({ kind: "held" });
    } else if (!source) {
      become({ kind: "connecting" });
      open();
    }
  };
  seen();
  document.addEventListener("visibilitychange", seen);
  return () => {
    document.removeEventListener("visibilitychange", seen);
    gathered.end();
    close();
  };
}

/** Keeps this tab's queries fresh. Mounted once, by the shell. */
export function useLiveChannel(): void {
  const queryClient = useQueryClient();
  useEffect(() => openLiveChannel(queryClient), [queryClient]);
}

/** Whether what is on screen is kept fresh, for the mark in the bar. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
    () => state,
  );
}
