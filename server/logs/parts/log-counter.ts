import { type LogRecord, levelOf } from "../../flink/log-records/log-record.ts";
import { type CountedLevel, countedLevels, type LogCounts, mainContainer } from "../schema.ts";
import { detached } from "./detached.ts";

/** Where a record comes from. */
export interface CountedSource {
  readonly pod: string;
  readonly container: string;
}

const loggersKept = 2_000;
const loggersShown = 100;
/** A month of minutes. */
const spansKept = 44_640;

/** Counts the records of a view by level, pod, logger and span of time, whether they fit the selection or not. */
export class LogCounter {
  #read = 0;
  #matched = 0;
  readonly #spanLength: number;
  readonly #levels = new Map<CountedLevel, number>();
  readonly #pods = new Map<string, number>();
  readonly #loggers = new Map<string, number>();
  readonly #spans = new Map<string, number[]>();
  #changedSpans = new Map<string, number[]>();
  #seen = new Map<CountedSource, LogRecord>();
  #changed = false;

  /** @param spanLength how much of a timestamp names a span: 16 for minutes, 18 for ten seconds */
  constructor(spanLength: number) {
    this.#spanLength = spanLength;
  }

  add(record: LogRecord, source: CountedSource): void {
    const { pod } = source;
    this.#read++;
    this.#changed = true;
    this.#seen.set(source, record);
    if (record.continues) return;
    const level = levelOf(record) ?? "NONE";
    const logger = record.parsed?.logger;
    this.#levels.set(level, (this.#levels.get(level) ?? 0) + 1);
    this.#pods.set(pod, (this.#pods.get(pod) ?? 0) + 1);
    if (logger !== undefined) this.#addLogger(logger);
    const span = this.#span(record.at.slice(0, this.#spanLength));
    const index = countedLevels.indexOf(level);
    span[index] = (span[index] ?? 0) + 1;
  }

  addMatched(): void {
    this.#matched++;
  }

  get hasChanges(): boolean {
    return this.#changed;
  }

  /** What changed since the last call; undefined when nothing did. */
  takeChanges(): LogCounts | undefined {
    if (!this.#changed) return undefined;
    this.#changed = false;
    const spans = Object.fromEntries(this.#changedSpans);
    this.#changedSpans = new Map();
    const seen = Array.from(this.#seen, ([{ pod, container }, { lastAt, lastNth }]) => ({
      pod,
      ...(container !== mainContainer && { container }),
      at: lastAt,
      nth: lastNth,
    }));
    this.#seen = new Map();
    return {
      type: "counts",
      read: this.#read,
      matched: this.#matched,
      levels: Object.fromEntries(this.#levels),
      pods: Object.fromEntries(this.#pods),
      loggers: Object.fromEntries([...this.#loggers].sort((a, b) => b[1] - a[1]).slice(0, loggersShown)),
      spans,
      seen,
    };
  }

  #addLogger(logger: string): void {
    const count = this.#loggers.get(logger);
    if (count !== undefined) this.#loggers.set(logger, count + 1);
    else if (this.#loggers.size < loggersKept) this.#loggers.set(detached(logger), 1);
  }

  #span(name: string): number[] {
    const known = this.#spans.get(name);
    if (known !== undefined && this.#changedSpans.has(name)) return known;
    const key = detached(name);
    const span = known ?? countedLevels.map(() => 0);
    if (known === undefined) {
      this.#spans.set(key, span);
      const oldest = this.#spans.size > spansKept ? this.#spans.keys().next().value : undefined;
      if (oldest !== undefined) this.#spans.delete(oldest);
    }
    this.#changedSpans.set(key, span);
    return span;
  }
}
