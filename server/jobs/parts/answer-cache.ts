import { ConsoleError, type Failure } from "../../errors.ts";

/** What was seen last, and when. `value` stays when a later try failed; `failure` is of the newest try. */
export interface Seen<Value> {
  readonly value: Value | undefined;
  /** Milliseconds since 1970, of `value`. */
  readonly at: number | undefined;
  readonly failure: Failure | undefined;
}

/** What was seen last; throws the newest failure where nothing ever was, `timed-out` where nothing has come yet. */
export function lastSeen<Value>(seen: Seen<Value>, what: string, waitedMs: number): NonNullable<Value> {
  if (seen.value !== undefined && seen.value !== null) return seen.value;
  throw new ConsoleError(seen.failure ?? { kind: "timed-out", what, afterMs: waitedMs });
}

export interface Freshness {
  /** An answer, or a failure, of this age is not asked for again. */
  readonly maxAgeMs: number;
  /** How long to wait where nothing has been seen yet. */
  readonly firstMs: number;
  /** How long to wait for something newer where something has. */
  readonly againMs: number;
}

interface Entry<Value> {
  value: Value | undefined;
  at: number | undefined;
  failure: Failure | undefined;
  /** When the newest try began; 0 makes the next read ask. */
  triedAt: number;
  /** How long the try before took. */
  tookMs: number;
  flight: Promise<void> | undefined;
}

/**
 * Answers of JobManagers, shared by all who look: however many browsers ask, an upstream call is made once an interval,
 * and never twice at once. A reader waits a bounded time and then gets what was seen last, so that a slow JobManager
 * holds up nobody; its answer is there for the next reader.
 *
 * Keys carry the identity: nobody sees through the eyes of another.
 */
export class AnswerCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #maxEntries: number;

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
  }

  /** `fetch` has its own time limit; it gets what was seen before, for those who compute differences. */
  async read(
    key: string,
    freshness: Freshness,
    fetch: (previous: Seen<Value>) => Promise<Value>,
  ): Promise<Seen<Value>> {
    const entry = this.#entryOf(key);
    if (entry.flight === undefined && Date.now() - entry.triedAt >= freshness.maxAgeMs) {
      entry.triedAt = Date.now();
      entry.flight = this.#refresh(entry, fetch);
    }
    if (entry.flight !== undefined) {
      await atMost(entry.flight, patienceWith(entry, freshness));
    }
    return seenOf(entry);
  }

  /** Whether there ever was an answer to it. */
  knows(key: string): boolean {
    return this.#entries.get(key)?.at !== undefined;
  }

  /** Makes the next read of every key with that beginning ask again. */
  expire(prefix: string): void {
    for (const [key, entry] of this.#entries) if (key.startsWith(prefix)) entry.triedAt = 0;
  }

  async #refresh(entry: Entry<Value>, fetch: (previous: Seen<Value>) => Promise<Value>): Promise<void> {
    const began = Date.now();
    try {
      entry.value = await fetch(seenOf(entry));
      entry.at = began;
      entry.failure = undefined;
    } catch (error) {
      entry.failure = error instanceof ConsoleError ? error.failure : { kind: "unexpected" };
    } finally {
      entry.tookMs = Date.now() - began;
      entry.flight = undefined;
    }
  }

  #entryOf(key: string): Entry<Value> {
    const known = this.#entries.get(key);
    const entry = known ?? {
      value: undefined,
      at: undefined,
      failure: undefined,
      triedAt: 0,
      tookMs: 0,
      flight: undefined,
    };
    // The order of a Map is that of insertion: what was used last goes to the end, what is dropped stands first.
    if (known) this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > this.#maxEntries) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    return entry;
  }
}

/** Who was slow the last time is not waited for: what was seen last is shown at once, and the answer when it has come. */
function patienceWith<Value>({ value, failure, tookMs }: Entry<Value>, { firstMs, againMs }: Freshness): number {
  if (value === undefined && failure === undefined) return firstMs;
  return tookMs > againMs ? 0 : againMs;
}

const seenOf = <Value>({ value, at, failure }: Entry<Value>): Seen<Value> => ({ value, at, failure });

/** Waits for `flight`, but not longer than that. */
async function atMost(flight: Promise<void>, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([flight, promise]);
  clearTimeout(timer);
}
