import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "../caller.ts";
import { onClusterChange } from "../clusters/on-cluster-change.ts";
import { isFailure } from "../errors.ts";
import { onAnnouncement } from "./announce.ts";
import { StaleBox } from "./parts/stale-box.ts";
import { messagesOf } from "./parts/topics-of.ts";

const gatherMs = 100;
/** Short enough that no proxy takes the stream for dead, and a context that has changed is noticed. */
const heartbeatMs = 15_000;

/**
 * Tells a tab what went stale, as server-sent events, until the signal aborts. A burst is sent as one chunk, each message
 * once. Keeps the watches of all contexts awake while the tab is open.
 */
export async function* streamLive(_request: unknown, caller: Caller, signal: AbortSignal): AsyncGenerator<string> {
  const box = new StaleBox();
  const ended = new AbortController();
  const until = AbortSignal.any([signal, ended.signal]);
  const contexts = new WatchedContexts(caller, box, until);
  try {
    onAnnouncement((message) => box.put(message), until);
    contexts.follow();
    yield ": live\n\n";
    while (!signal.aborted) {
      await box.wait(heartbeatMs, signal);
      await sleep(gatherMs, undefined, { signal }).catch(() => undefined);
      contexts.follow();
      const messages = box.takeAll();
      yield messages.length === 0
        ? ": beat\n\n"
        : messages.map((message) => `data: ${JSON.stringify(message)}\n\n`).join("");
    }
  } finally {
    ended.abort();
  }
}

type Door = ReturnType<Caller["kubernetes"]>;

/** Follows the contexts of the kubeconfig, which come, change and go while a tab is open. */
class WatchedContexts {
  readonly #caller: Caller;
  readonly #box: StaleBox;
  readonly #until: AbortSignal;
  readonly #followed = new Map<string, { readonly door: Door; readonly ended: AbortController }>();
  #first = true;

  constructor(caller: Caller, box: StaleBox, until: AbortSignal) {
    this.#caller = caller;
    this.#box = box;
    this.#until = until;
  }

  follow(): void {
    const names = new Set(this.#caller.contexts);
    for (const [name, { door, ended }] of this.#followed) {
      if (names.has(name) && this.#doorOf(name) === door) continue;
      ended.abort();
      this.#followed.delete(name);
      this.#tellChanged(name);
    }
    for (const name of names) {
      if (this.#followed.has(name)) continue;
      this.#start(name);
      if (!this.#first) this.#tellChanged(name);
    }
    this.#first = false;
  }

  /** Undefined where the context went away in this very moment; the next look will say so. */
  #doorOf(name: string): Door | undefined {
    try {
      return this.#caller.kubernetes(name);
    } catch (error) {
      if (isFailure(error, "not-found")) return undefined;
      throw error;
    }
  }

  #start(name: string): void {
    const door = this.#doorOf(name);
    if (door === undefined) return;
    const ended = new AbortController();
    const signal = AbortSignal.any([this.#until, ended.signal]);
    this.#followed.set(name, { door, ended });
    onClusterChange(
      name,
      this.#caller,
      (changes) => {
        for (const message of changes.flatMap((change) => messagesOf(name, change))) this.#box.put(message);
      },
      signal,
    );
  }

  #tellChanged(name: string): void {
    for (const message of messagesOf(name, { what: "context" })) this.#box.put(message);
  }
}
