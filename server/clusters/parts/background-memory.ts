/** What is to be kept in mind: a name for it, and what asking needs. */
export interface Subject<Of> {
  readonly key: string;
  /** When it changes, what was known is forgotten: a JobManager that started anew. */
  readonly incarnation: string;
  readonly of: Of;
}

export interface MemoryOptions<Of, Value> {
  /** Asks anew; may keep what was known. Throws never. Has its own time limit. */
  readonly ask: (of: Of, known: Value | undefined) => Promise<Value>;
  /** How long an answer is good for. */
  readonly goodForMs: (value: Value) => number;
  /** Whether two answers look different to a person. */
  readonly differs: (one: Value | undefined, other: Value) => boolean;
  readonly concurrency: number;
  /** Asking ends when nobody has looked for so long and nobody listens. */
  readonly idleMs: number;
  readonly tickMs: number;
}

interface Entry<Of, Value> {
  subject: Subject<Of>;
  value: Value | undefined;
  dueAt: number;
  asking: boolean;
}

/**
 * Answers that take a request each, kept fresh in the background with bounded concurrency, so that lists answer from
 * memory. Asks only while somebody looks or listens.
 */
export class BackgroundMemory<Of, Value> {
  readonly #options: MemoryOptions<Of, Value>;
  readonly #entries = new Map<string, Entry<Of, Value>>();
  readonly #listeners = new Set<(of: Of) => void>();
  readonly #waiting = new Set<() => void>();
  #asking = 0;
  #lookedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MemoryOptions<Of, Value>) {
    this.#options = options;
  }

  /** Says what to keep in mind from now on; the rest is forgotten. */
  want(subjects: readonly Subject<Of>[]): void {
    this.#lookedAt = Date.now();
    const wanted = new Set(subjects.map(({ key }) => key));
    for (const key of this.#entries.keys()) if (!wanted.has(key)) this.#entries.delete(key);
    for (const subject of subjects) {
      const known = this.#entries.get(subject.key);
      if (known?.subject.incarnation === subject.incarnation) known.subject = subject;
      else this.#entries.set(subject.key, { subject, value: undefined, dueAt: 0, asking: false });
    }
    this.#tick();
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Waits until everything wanted has an answer, but not longer than that. */
  async settled(atMostMs: number): Promise<void> {
    if (this.#isSettled()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, atMostMs);
    this.#waiting.add(resolve);
    await promise;
    this.#waiting.delete(resolve);
    clearTimeout(timer);
  }

  onChange(listener: (of: Of) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
    this.#tick();
  }

  #isSettled(): boolean {
    return [...this.#entries.values()].every(({ value }) => value !== undefined);
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const now = Date.now();
    if (this.#listeners.size === 0 && now - this.#lookedAt > this.#options.idleMs) return;
    for (const entry of this.#entries.values()) {
      if (this.#asking >= this.#options.concurrency) break;
      if (!entry.asking && entry.dueAt <= now) void this.#ask(entry);
    }
    if (this.#entries.size > 0) this.#timer = setTimeout(() => this.#tick(), this.#options.tickMs).unref();
  }

  async #ask(entry: Entry<Of, Value>): Promise<void> {
    entry.asking = true;
    this.#asking += 1;
    const { ask, differs, goodForMs } = this.#options;
    const value = await ask(entry.subject.of, entry.value);
    this.#asking -= 1;
    entry.asking = false;
    // Never at once: answers that come without waiting would leave no time for anything else.
    entry.dueAt = Date.now() + Math.max(goodForMs(value), this.#options.tickMs);
    const changed = differs(entry.value, value);
    entry.value = value;
    if (this.#isSettled()) for (const resolve of this.#waiting) resolve();
    // An entry that was replaced meanwhile tells nobody.
    if (changed && this.#entries.get(entry.subject.key) === entry) {
      for (const listener of [...this.#listeners]) listener(entry.subject.of);
    }
    this.#tick();
  }
}
