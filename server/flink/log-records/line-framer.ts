/** Takes each line of a byte stream. `cutBytes` tells how many bytes of a line were left out at its end. */
export type OnLine = (line: string, cutBytes: number) => void;

/** What a line may hold; the rest of a longer one is counted and left out. */
export const lineBytesMax = 65_536;

const newline = 10;

/**
 * Cuts a stream of bytes into lines of UTF-8 text.
 *
 * Bytes are decoded only up to the last line end that has arrived, so a character that is cut by a chunk comes together
 * again; invalid bytes become U+FFFD. It never holds more than one line's bound, whatever is sent.
 */
export class LineFramer {
  readonly #onLine: OnLine;
  readonly #most: number;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #pending: Uint8Array;
  #pendingLength = 0;
  #cut = 0;

  constructor(onLine: OnLine, most = lineBytesMax) {
    this.#onLine = onLine;
    this.#most = most;
    this.#pending = new Uint8Array(Math.min(most, 1024));
  }

  push(chunk: Uint8Array): void {
    // A piece as long as the bound or shorter can't hold a whole line that is longer.
    for (let at = 0; at < chunk.length; at += this.#most) this.#pushPiece(chunk.subarray(at, at + this.#most));
  }

  /** Ends the stream: what came after the last line end is a line too. */
  end(): void {
    if (this.#pendingLength > 0 || this.#cut > 0) this.#finishPending();
  }

  #pushPiece(piece: Uint8Array): void {
    let from = 0;
    if (this.#pendingLength > 0 || this.#cut > 0) {
      const end = piece.indexOf(newline);
      this.#hold(piece.subarray(0, end < 0 ? piece.length : end));
      if (end < 0) return;
      this.#finishPending();
      from = end + 1;
    }
    const last = piece.lastIndexOf(newline);
    if (last >= from) this.#emitLines(this.#decoder.decode(piece.subarray(from, last + 1)));
    this.#hold(piece.subarray(Math.max(last + 1, from)));
  }

  #emitLines(text: string): void {
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      this.#onLine(text.slice(from, text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end), 0);
      from = end + 1;
    }
  }

  #hold(bytes: Uint8Array): void {
    const room = Math.min(bytes.length, this.#most - this.#pendingLength);
    if (this.#pendingLength + room > this.#pending.length) this.#grow(this.#pendingLength + room);
    this.#pending.set(bytes.subarray(0, room), this.#pendingLength);
    this.#pendingLength += room;
    this.#cut += bytes.length - room;
  }

  #grow(length: number): void {
    const larger = new Uint8Array(Math.min(this.#most, Math.max(length, this.#pending.length * 2)));
    larger.set(this.#pending.subarray(0, this.#pendingLength));
    this.#pending = larger;
  }

  #finishPending(): void {
    const length = this.#cut > 0 ? wholeCharacters(this.#pending, this.#pendingLength) : this.#pendingLength;
    const cut = this.#cut + this.#pendingLength - length;
    const text = this.#decoder.decode(this.#pending.subarray(0, length));
    this.#pendingLength = 0;
    this.#cut = 0;
    this.#onLine(cut === 0 && text.endsWith("\r") ? text.slice(0, -1) : text, cut);
  }
}

/** The length without a character that the bound cut in two. */
function wholeCharacters(bytes: Uint8Array, length: number): number {
  let start = length - 1;
  const isContinuation = (index: number) => ((bytes[index] ?? 0) & 0xc0) === 0x80;
  while (start > length - 4 && start > 0 && isContinuation(start)) start--;
  const lead = bytes[start] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + size > length ? start : length;
}
