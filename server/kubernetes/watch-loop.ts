import { setTimeout as sleep } from "node:timers/promises";
import { isFailure } from "../errors.ts";
import { log } from "../log.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { Kind, Kinds } from "./kubernetes-door.ts";
import { ExpiredError, listAll, openWatch, type WatchTarget } from "./watch-stream.ts";

/** What a loop tells about. All calls are synchronous and in order. */
export interface WatchSink<K extends Kind> {
  /** The whole truth, after a list. */
  listed(items: readonly Kinds[K][]): void;
  changed(object: Kinds[K]): void;
  deleted(object: Kinds[K]): void;
  /** The API server answers, or does not since just now. */
  reachable(yes: boolean): void;
}

export interface WatchTimes {
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Silence after which the watch is opened anew from where it was: bookmarks come about once a minute. */
  readonly quietMs: number;
}

/** Where a loop stands between two tries. */
interface Position {
  /** undefined: list anew. */
  resourceVersion: string | undefined;
  listedOnce: boolean;
  /** Tries since something last arrived. */
  tries: number;
}

/**
 * Keeps a sink equal to what the API server has, until the signal aborts or Kubernetes refuses (`not-permitted`, thrown).
 *
 * List, then watch from there. A watch that ends is resumed from the last resourceVersion, a 410 lists anew, and while the
 * server does not answer it is tried again with growing pauses. One broken connection alone does not count as unreachable.
 */
export async function runWatch<K extends Kind>(
  connection: KubernetesConnection,
  target: WatchTarget<K>,
  sink: WatchSink<K>,
  times: WatchTimes,
  signal: AbortSignal,
): Promise<void> {
  const position: Position = { resourceVersion: undefined, listedOnce: false, tries: 0 };
  while (!signal.aborted) {
    const error = await follow(connection, target, sink, times, position, signal).catch((thrown: unknown) => thrown);
    if (signal.aborted) return;
    if (isFailure(error, "not-permitted")) throw error;
    if (isQuiet(error)) continue;
    if (error instanceof ExpiredError) position.resourceVersion = undefined;
    else if (error !== undefined) noteFailure(error, target, sink, position);
    position.tries += 1;
    await pause(position.tries, times, signal);
  }
}

/** Lists if need be and takes in events until the watch ends by itself. */
async function follow<K extends Kind>(
  connection: KubernetesConnection,
  target: WatchTarget<K>,
  sink: WatchSink<K>,
  times: WatchTimes,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  if (position.resourceVersion === undefined) {
    const list = await listAll(connection, target, signal);
    position.resourceVersion = list.resourceVersion;
    position.listedOnce = true;
    sink.listed(list.items);
  }
  const events = await openWatch(connection, target, position.resourceVersion, times.quietMs, signal);
  sink.reachable(true);
  for await (const event of events) {
    position.tries = 0;
    position.resourceVersion = event.resourceVersion;
    if (event.type === "deleted") sink.deleted(event.object);
    if (event.type === "changed") sink.changed(event.object);
  }
}

function noteFailure<K extends Kind>(
  error: unknown,
  { kind, namespace }: WatchTarget<K>,
  sink: WatchSink<K>,
  position: Position,
): void {
  log.debug({ err: error, kind, namespace, tries: position.tries }, "a watch broke");
  // A list may have expired from under a watch in ways that have no code; after some tries start from the beginning.
  if (position.tries > 0 && position.tries % 5 === 0) position.resourceVersion = undefined;
  if (!position.listedOnce || position.tries > 0) sink.reachable(false);
}

/** Nothing came for a while: no failure, and no reason to wait before asking again. */
function isQuiet(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "UND_ERR_BODY_TIMEOUT";
}

async function pause(tries: number, times: WatchTimes, signal: AbortSignal): Promise<void> {
  const longest = Math.min(times.firstPauseMs * 2 ** Math.min(tries - 1, 16), times.longestPauseMs);
  // Spread, so that many watches do not come back to a restarted API server at once.
  await sleep(longest * (0.5 + Math.random() / 2), undefined, { signal, ref: false }).catch(() => undefined);
}
