import { millisecondsOf } from "./line-cursor.ts";
import type { LogRecord } from "./log-record.ts";
import type { LineParser } from "./parsed-line.ts";

/** A record holds at most so many following lines and characters; what follows then is a record that continues it. */
const moreLinesMax = 1_000;
const charactersMax = 262_144;
/** Lines that look like nothing belong to the event before them only when they were printed with it. */
const togetherMs = 2;

const traceLine =
  /^(?:\s|at |Caused by: |Suppressed: |\.\.\. \d+ more|[\w$]+(?:\.[\w$]+)+(?:Exception|Error|Throwable)\b)/;

/**
 * Groups the lines of one container into records. A record is given out when the next one begins, or by `flush`.
 */
export class RecordGrouper {
  readonly #parse: LineParser;
  readonly #emit: (record: LogRecord) => void;
  #open: OpenRecord | undefined;
  /** About the newest record, given out or not: lines may still follow it. */
  #lastAt = "";
  #isEvent = false;
  #characters = 0;

  constructor(parse: LineParser, emit: (record: LogRecord) => void) {
    this.#parse = parse;
    this.#emit = emit;
  }

  line(at: string, nth: number, line: string, cutBytes: number): void {
    const parsed = this.#parse(line);
    const follows = parsed === undefined && this.#follows(at, line);
    if (follows && this.#open !== undefined && this.#hasRoom(this.#open)) {
      append(this.#open, at, nth, line, cutBytes);
      this.#characters += line.length;
    } else {
      this.flush();
      this.#open = { at, nth, line, parsed, more: none, lastAt: at, lastNth: nth, continues: follows, cutBytes };
      this.#isEvent = follows ? this.#isEvent : parsed !== undefined;
      this.#characters = 0;
    }
    this.#lastAt = at;
  }

  /** Gives out the record at hand although lines may still follow it; those then come as one that `continues` it. */
  flush(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) this.#emit(open);
  }

  /** True while a record is held back for lines that may follow it. */
  get holds(): boolean {
    return this.#open !== undefined;
  }

  #follows(at: string, line: string): boolean {
    if (this.#lastAt === "") return false;
    if (traceLine.test(line)) return true;
    return this.#isEvent && millisecondsOf(at) - millisecondsOf(this.#lastAt) <= togetherMs;
  }

  #hasRoom(open: OpenRecord): boolean {
    return open.more.length < moreLinesMax && this.#characters < charactersMax;
  }
}

interface OpenRecord extends LogRecord {
  more: readonly string[];
  lastAt: string;
  lastNth: number;
  cutBytes: number;
}

const none: readonly string[] = [];

function append(open: OpenRecord, at: string, nth: number, line: string, cutBytes: number): void {
  if (open.more === none) open.more = [line];
  else (open.more as string[]).push(line); // made two lines above, by this function
  open.lastAt = at;
  open.lastNth = nth;
  open.cutBytes += cutBytes;
}
