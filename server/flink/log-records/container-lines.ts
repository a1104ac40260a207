import { isAfter, type LineCursor, splitTimestamp } from "./line-cursor.ts";

export interface ContainerLineListener {
  onLine(at: string, nth: number, line: string, cutBytes: number): void;
  /** A line without a timestamp: the kubelet says why there is nothing more, such as a file that is gone. */
  onNotice(text: string): void;
  /** The line that was to be resumed after is no longer there: what lay between is lost. */
  onGap(after: LineCursor, at: string): void;
}

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

  constructor(listener: ContainerLineListener, after?: LineCursor) {
    this.#listener = listener;
    this.#after = after;
  }

  /** The name of the newest line, where to resume. */
  get cursor(): LineCursor | undefined {
    if (this.#after !== undefined) return this.#after;
    return this.#at === "" ? undefined : { at: this.#at, nth: this.#nth };
  }

  take(raw: string, cutBytes: number): void {
    const split = splitTimestamp(raw);
    if (split === undefined) {
      if (raw !== "") this.#listener.onNotice(raw);
      return;
    }
    const { at, text } = split;
    this.#nth = at === this.#at ? this.#nth + 1 : 0;
    this.#at = at;
    if (this.#after !== undefined && !this.#passes(this.#after, at)) return;
    this.#listener.onLine(at, this.#nth, text, cutBytes);
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
