import { type LogRecord, levelOf } from "../../flink/log-records/log-record.ts";
import { type CountedLevel, countedLevels, type LogCounts } from "../schema.ts";

const loggersKept = 2_000;
const loggersShown = 100;
/** A month of minutes. */
const minutesKept = 44_640;

/** Counts the records of a view by level, pod, logger and minute, whether they fit the selection or not. */
export class LogCounter {
  #read = 0;
  #matched = 0;
  readonly #levels = new Map<CountedLevel, number>();
  readonly #pods = new Map<string, number>();
  readonly #loggers = new Map<string, number>();
  readonly #minutes = new Map<string, number[]>();
  #changedMinutes = new Map<string, number[]>();
  #changed = false;

  add(record: LogRecord, pod: string): void {
    this.#read++;
    this.#changed = true;
    if (record.continues) return;
    const level = levelOf(record) ?? "NONE";
    const logger = record.parsed?.logger;
    this.#levels.set(level, (this.#levels.get(level) ?? 0) + 1);
    this.#pods.set(pod, (this.#pods.get(pod) ?? 0) + 1);
    if (logger !== undefined) this.#addLogger(logger);
    const minute = this.#minute(record.at.slice(0, 16));
    const index = countedLevels.indexOf(level);
    minute[index] = (minute[index] ?? 0) + 1;
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
    const minutes = Object.fromEntries(this.#changedMinutes);
    this.#changedMinutes = new Map();
    return {
      type: "counts",
      read: this.#read,
      matched: this.#matched,
      levels: Object.fromEntries(this.#levels),
      pods: Object.fromEntries(this.#pods),
      loggers: Object.fromEntries([...this.#loggers].sort((a, b) => b[1] - a[1]).slice(0, loggersShown)),
      minutes,
    };
  }

  #addLogger(logger: string): void {
    const count = this.#loggers.get(logger);
    if (count !== undefined || this.#loggers.size < loggersKept) this.#loggers.set(logger, (count ?? 0) + 1);
  }

  #minute(key: string): number[] {
    const known = this.#minutes.get(key);
    const minute = known ?? countedLevels.map(() => 0);
    if (known === undefined) {
      this.#minutes.set(key, minute);
      const oldest = this.#minutes.size > minutesKept ? this.#minutes.keys().next().value : undefined;
      if (oldest !== undefined) this.#minutes.delete(oldest);
    }
    this.#changedMinutes.set(key, minute);
    return minute;
  }
}
