import { detached } from "./detached.ts";

/**
 * The text of one view on its way out. While history is read with a `tail`, only the newest items are kept.
 */
export class ViewOutput {
  readonly #tail: number | undefined;
  #text = "";
  /** A ring of the newest items of history, `undefined` once history has been given out. */
  #ring: string[] | undefined;
  #next = 0;
  #added = 0;

  constructor(tail: number | undefined) {
    this.#tail = tail;
    this.#ring = tail === undefined ? undefined : [];
  }

  /** An item in its place among the others. */
  add(json: string): void {
    if (this.#ring === undefined || this.#tail === undefined) {
      this.#text += json;
    } else if (this.#tail > 0) {
      this.#added++;
      this.#ring[this.#next] = detached(json);
      this.#next = (this.#next + 1) % this.#tail;
    }
  }

  /** Something that is told at once and is no part of history, such as counts. */
  tell(text: string): void {
    this.#text += text;
  }

  /** History is complete: its newest items go out, and everything after them as it comes. Answers how many do not. */
  endHistory(): number {
    const ring = this.#ring;
    if (ring === undefined) return 0;
    this.#ring = undefined;
    this.#text += ring.slice(this.#next).join("") + ring.slice(0, this.#next).join("");
    return this.#added - ring.length;
  }

  get length(): number {
    return this.#text.length;
  }

  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }
}
