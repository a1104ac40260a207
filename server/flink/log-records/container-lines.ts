import { isAfter, type LineCursor, millisecondsOf, splitTimestamp } from "./line-cursor.ts";

export interface ContainerLineListener {
  onLine(at: string, nth: number, line: string, cutBytes: number): void;
  /** A line without a timestamp: the kubelet says why there is nothing more, such as a file that is gone. */
  onNotice(text: string): void;
  /** The line that was to be resumed after is no longer there: what lay between is lost. */
  onGap(after: LineCursor, at: string): void;
  /** Before a line that was printed long after the one before it. Answers whether there may be a hole between them. */
  isHole(before: LineCursor): boolean;
}

/** Kubelets look every ten seconds whether a file is to be rotated, unless they are set to look more often. */
const pauseMs = 3_000;

/**
 * Names each line of a container's log and drops those up to a cursor: after a dropped connection, nothing comes twice.
 *
 * Once the cursor is passed, later lines are taken whatever their time: a clock that is set back loses nothing.
 */
export class ContainerLines {
  readonly #listener: ContainerLineListener;
  #after: LineCursor | undefined;
  #met = false;
  #at = "";
  #nth = 0;
  #isInDoubt = false;

  constructor(listener: ContainerLineListener, after?: LineCursor) {
    this.#listener = listener;
    this.#after = after;
  }

  /** The name of the newest line, where to resume. */
  get cursor(): LineCursor | undefined {
    if (this.#after !== undefined) return this.#after;
    return this.#at === "" ? undefined : { at: this.#at, nth: this.#nth };
  }

  /** Set where there may be a hole: nothing is taken any more, so that another connection can go on after the cursor. */
  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  take(raw: string, cutBytes: number): void {
    if (this.#isInDoubt) return;
    const split = splitTimestamp(raw);
    if (split === undefined) {
      if (raw !== "") this.#listener.onNotice(raw);
      return;
    }
    const { at, text } = split;
    if (this.#after === undefined && this.#mayBeHole(at)) {
      this.#isInDoubt = true;
      return;
    }
    this.#nth = at === this.#at ? this.#nth + 1 : 0;
    this.#at = at;
    if (this.#after !== undefined && !this.#passes(this.#after, at)) return;
    this.#listener.onLine(at, this.#nth, text, cutBytes);
  }

  #mayBeHole(at: string): boolean {
    const before = this.#at;
    // Most lines are of the same second as the one before them.
    if (before === "" || at.startsWith(before.slice(0, 19))) return false;
    const isLong = millisecondsOf(at) - millisecondsOf(before) >= pauseMs;
    return isLong && this.#listener.isHole({ at: before, nth: this.#nth });
  }

  #passes(after: LineCursor, at: string): boolean {
    if (!isAfter({ at, nth: this.#nth }, after)) {
      this.#met ||= at === after.at && this.#nth === after.nth;
      return false;
    }
    if (!this.#met) this.#listener.onGap(after, at);
    this.#after = undefined;
    return true;
  }
}
