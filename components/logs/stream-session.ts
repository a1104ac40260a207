import type { StreamItem } from "#server/logs/schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { ConsoleProblem } from "../ui/console-problem.ts";
import { readLogStream, type StreamBody } from "./log-connection.ts";
import { emptyTally, type LogTally, summed, tallied } from "./log-tally.ts";
import type { LogWindow } from "./log-window.ts";
import { StreamCursors } from "./stream-cursors.ts";

export type StreamState =
  | { readonly kind: "connecting" }
  /** History is being read. */
  | { readonly kind: "reading" }
  | { readonly kind: "live" }
  /** A range without an end in the future, read to its end. */
  | { readonly kind: "ended" }
  /** The tab is hidden: it lets go of its stream and goes on when it is seen again. */
  | { readonly kind: "hidden" }
  /** Broken off, tried again. */
  | { readonly kind: "lost"; readonly since: number; readonly error: unknown }
  /** Refused: trying again would not help. */
  | { readonly kind: "refused"; readonly error: unknown };

/** Rows of history that a view opens with, the newest; the tally counts all of them. */
const tail = 10_000;
const paintEveryMs = 80;
const retryMs = 1_500;
const hideAfterMs = 10_000;
const worthAnotherTry = new Set(["console-unreachable", "kubernetes-unreachable", "timed-out", "not-possible-now"]);

export interface SessionListener {
  readonly onState: (state: StreamState) => void;
  readonly onPaint: (tally: LogTally) => void;
}

/** One selection being read, over as many connections as it takes. */
export class StreamSession {
  readonly #cluster: ClusterPlace;
  readonly #selection: StreamBody;
  readonly #window: LogWindow;
  readonly #listener: SessionListener;
  readonly #cursors = new StreamCursors();
  readonly #closed = new AbortController();
  #connection = new AbortController();
  #base = emptyTally;
  #tally = emptyTally;
  #paint: ReturnType<typeof setTimeout> | undefined;
  #hide: ReturnType<typeof setTimeout> | undefined;
  #lostSince: number | undefined;
  #hasEnded = false;
  #hasLetGo = false;
  /** Nothing has come over this connection yet. */
  #isFresh = true;

  constructor(cluster: ClusterPlace, selection: StreamBody, window: LogWindow, listener: SessionListener) {
    this.#cluster = cluster;
    this.#selection = selection;
    this.#window = window;
    this.#listener = listener;
    const { signal } = this.#closed;
    document.addEventListener("visibilitychange", () => this.#visibilityChanged(), { signal });
    listener.onState({ kind: "connecting" });
    listener.onPaint(emptyTally);
    this.#run().catch(() => undefined);
  }

  close(): void {
    this.#closed.abort();
    this.#connection.abort();
    clearTimeout(this.#paint);
    clearTimeout(this.#hide);
  }

  async #run(): Promise<void> {
    let goesOn = true;
    while (goesOn) {
      if (this.#hasLetGo) await this.#untilSeen();
      goesOn = await this.#connect();
    }
  }

  /** One connection; answers whether another one is to follow. */
  async #connect(): Promise<boolean> {
    this.#connection = new AbortController();
    this.#isFresh = true;
    const after = this.#cursors.after();
    const body = { ...this.#selection, counts: true, ...(after.length > 0 ? { after } : { tail }) };
    try {
      await readLogStream(this.#cluster, body, (items) => this.#take(items), this.#connection.signal);
      return !this.#hasEnded && (await this.#fail(new Error("The stream broke off.")));
    } catch (error) {
      if (this.#closed.signal.aborted) return false;
      return this.#hasLetGo || (await this.#fail(error));
    } finally {
      this.#base = summed(this.#base, this.#tally);
      this.#tally = emptyTally;
    }
  }

  async #fail(error: unknown): Promise<boolean> {
    if (error instanceof ConsoleProblem && !worthAnotherTry.has(error.kind)) {
      this.#listener.onState({ kind: "refused", error });
      return false;
    }
    this.#lostSince ??= Date.now();
    this.#listener.onState({ kind: "lost", since: this.#lostSince, error });
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    return !this.#closed.signal.aborted;
  }

  #take(items: readonly StreamItem[]): void {
    if (this.#closed.signal.aborted) return;
    if (this.#isFresh) this.#listener.onState({ kind: "reading" });
    this.#isFresh = false;
    this.#lostSince = undefined;
    for (const item of items) this.#takeOne(item);
    this.#window.settle();
    this.#paint ??= setTimeout(() => {
      this.#paint = undefined;
      this.#listener.onPaint(summed(this.#base, this.#tally));
    }, paintEveryMs);
  }

  #takeOne(item: StreamItem): void {
    switch (item.type) {
      case "counts":
        this.#tally = tallied(this.#tally, item);
        this.#cursors.counted(item);
        break;
      case "record":
        if (this.#cursors.take(item)) this.#window.add(item);
        break;
      case "live":
        this.#listener.onState({ kind: "live" });
        break;
      case "end":
        this.#hasEnded = true;
        this.#listener.onState({ kind: "ended" });
        break;
      default:
        this.#window.add(item);
    }
  }

  /** Browsers allow six connections a host: a tab that is not seen lets go of its own. */
  #visibilityChanged(): void {
    clearTimeout(this.#hide);
    if (document.visibilityState !== "hidden" || this.#hasEnded) return;
    this.#hide = setTimeout(() => {
      this.#hasLetGo = true;
      this.#connection.abort();
      this.#listener.onState({ kind: "hidden" });
    }, hideAfterMs);
  }

  #untilSeen(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (document.visibilityState === "hidden") return;
        this.#hasLetGo = false;
        resolve();
      };
      document.addEventListener("visibilitychange", look, { signal: this.#closed.signal });
      look();
    });
  }
}
