import { ContainerLines } from "../../../flink/log-records/container-lines.ts";
import type { LineCursor } from "../../../flink/log-records/line-cursor.ts";
import { LineFramer } from "../../../flink/log-records/line-framer.ts";
import type { LogGap } from "../../schema.ts";
import { firstBytes, type LineReader, missedDetail, type NewConnection } from "../line-reader.ts";
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
    this.#lines = this.#newLines(firstBytes);
    this.#framer = this.#newFramer();
  }

  get cursor(): LineCursor | undefined {
    return this.#after;
  }

  reopen(connection: NewConnection): void {
    this.notice = undefined;
    this.#lines = this.#newLines(connection);
    this.#framer = this.#newFramer();
  }

  get isInDoubt(): boolean {
    return this.#lines.isInDoubt;
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

  #newLines({ mustMeetCursor, missedBy, isHole }: NewConnection): ContainerLines {
    return new ContainerLines(
      {
        onLine: (at, _nth, line, cutBytes) => {
          this.#text += printLine(at, line, cutBytes);
        },
        onNotice: (text) => {
          this.notice = text.slice(0, 500);
        },
        onGap: (after, at) => {
          const detail = missedDetail[missedBy];
          if (mustMeetCursor) this.#text += printGap({ from: after.at, to: at, reason: missedBy, detail });
        },
        isHole,
      },
      this.#after,
    );
  }
}
