import { Wakeup } from "./wakeup.ts";

/** Bytes of one connection, and of all of them together, that wait to be parsed. */
const ofOneMax = 4 * 1024 * 1024;
const ofAllMax = 32 * 1024 * 1024;
let ofAll = 0;

/**
 * Yields the bytes of a connection, and reads on meanwhile, within bounds.
 *
 * A merge takes from one log after another, where their times do not overlap: without reading ahead, the others would
 * stand still meanwhile, and ten logs would take as long as ten times one. Bytes cost less to hold than records.
 *
 * @param close ends the connection, which may be waiting for bytes when nobody wants them any more
 */
export async function* readAhead(bytes: AsyncIterable<Uint8Array>, close: () => void): AsyncGenerator<Uint8Array> {
  const ahead = new Ahead(bytes);
  try {
    for (let chunk = await ahead.next(); chunk !== undefined; chunk = await ahead.next()) yield chunk;
  } finally {
    ahead.drop();
    close();
  }
}

class Ahead {
  #queue: Uint8Array[] = [];
  #own = 0;
  #end: { readonly error?: unknown } | undefined;
  #isDropped = false;
  readonly #filled = new Wakeup();
  readonly #room = new Wakeup();

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#fill(bytes).then(
      () => this.#finish({}),
      (error: unknown) => this.#finish({ error }),
    );
  }

  /** Undefined at the end; throws what the connection broke with, after all that came before it. */
  async next(): Promise<Uint8Array | undefined> {
    for (;;) {
      const chunk = this.#queue.shift();
      if (chunk !== undefined) {
        this.#count(-chunk.length);
        this.#room.wake();
        return chunk;
      }
      if (this.#end !== undefined) {
        if ("error" in this.#end) throw this.#end.error;
        return undefined;
      }
      await this.#filled.sleep();
    }
  }

  drop(): void {
    this.#isDropped = true;
    this.#queue = [];
    this.#count(-this.#own);
    this.#room.wake();
  }

  async #fill(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of bytes) {
      if (this.#isDropped) return;
      this.#queue.push(chunk);
      this.#count(chunk.length);
      this.#filled.wake();
      // One that holds nothing reads on whatever the others hold: they may be waiting for it.
      while (this.#own > 0 && (this.#own > ofOneMax || ofAll > ofAllMax)) await this.#room.sleep();
    }
  }

  #finish(end: { readonly error?: unknown }): void {
    this.#end = end;
    this.#filled.wake();
  }

  #count(bytes: number): void {
    this.#own += bytes;
    ofAll += bytes;
  }
}
