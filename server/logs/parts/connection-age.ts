import { millisecondsOf } from "../../flink/log-records/line-cursor.ts";

/** Kubelets rotate a file that is larger than ten mebibytes, unless they are set to keep less. */
const leastBytes = 256 * 1024;
/** How far behind a reader must be for two rotations to fall between two of its reads. */
const lateMs = 3_000;

/**
 * Tells whether a followed log may have lost whole files without a word.
 *
 * A kubelet that follows a log reads its file to the end and then opens the newest one: when it was rotated twice
 * meanwhile, because the reader was slow, what lies between is passed over, and the newest file may even come twice. That
 * takes a reader who is late, a log that was rotated, and time.
 */
export class ConnectionAge {
  readonly #openedAt = performance.now();
  #bytes = 0;

  count(bytes: number): void {
    this.#bytes += bytes;
  }

  /** @param at time of the line after which files may be missing */
  mayHaveMissed(at: string): boolean {
    const isOld = performance.now() - this.#openedAt >= lateMs;
    return isOld && this.#bytes >= leastBytes && Date.now() - millisecondsOf(at) >= lateMs;
  }
}
