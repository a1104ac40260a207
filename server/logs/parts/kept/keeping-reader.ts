import { ContainerLines } from "../../../flink/log-records/container-lines.ts";
import type { LineCursor } from "../../../flink/log-records/line-cursor.ts";
import { LineFramer } from "../../../flink/log-records/line-framer.ts";
import type { LogGap } from "../../schema.ts";
import type { LineReader } from "../line-reader.ts";
import { printGap, printLine } from "./kept-line.ts";
import type { KeptWriter } from "./kept-writer.ts";

/** Turns the bytes of a container's connections into kept lines, each once. */
export class KeepingReader implements LineReader {
  readonly isPast = false;
  notice: string | undefined;
  readonly #writer: KeptWriter;
  #lines: ContainerLines;
  #framer: LineFramer;
  #after: LineCursor | undefined;
  #text = "";

  constructor(writer: KeptWriter) {
    this.#writer = writer;
    this.#after = writer.cursor;
    this.#lines = this.#newLines(true);
    this.#framer = this.#newFramer();
  }

  get cursor(): LineCursor | undefined {
    return this.#after;
  }

  reopen({ mustMeetCursor }: { mustMeetCursor: boolean }): void {
    this.notice = undefined;
    this.#lines = this.#newLines(mustMeetCursor);
    this.#framer = this.#newFramer();
  }

  push(chunk: Uint8Array): void {
    this.#framer.push(chunk);
    this.#after = this.#lines.cursor ?? this.#after;
  }

  endOfRun(): void {
    this.#framer.end();
    this.#after = this.#lines.cursor ?? this.#after;
  }

  add({ from, to, reason, detail }: LogGap): void {
    this.#text += printGap({ from, to, reason, ...(detail !== undefined && { detail }) });
  }

  /** Hands over what has come. A promise holds the reading back until the disk has taken it. */
  drain(): Promise<void> | undefined {
    const text = this.#text;
    this.#text = "";
    return text === "" ? undefined : this.#writer.append(text, this.#after);
  }

  #newFramer(): LineFramer {
    return new LineFramer((line, cutBytes) => this.#lines.take(line, cutBytes));
  }

  #newLines(mustMeetCursor: boolean): ContainerLines {
    return new ContainerLines(
      {
        onLine: (at, _nth, line, cutBytes) => {
          this.#text += printLine(at, line, cutBytes);
        },
        onNotice: (text) => {
          this.notice = text.slice(0, 500);
        },
        onGap: (after, at) => {
          const detail = "the kubelet began a new file before the rest of the former one was read";
          if (mustMeetCursor) this.#text += printGap({ from: after.at, to: at, reason: "rotated", detail });
        },
      },
      this.#after,
    );
  }
}
