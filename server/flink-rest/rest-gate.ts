import { processWide } from "../process-wide.ts";

/**
 * Lets a bounded number of requests through at once and queues the others in order.
 *
 * One JobManager answers on few threads; a page with many vertices must not be able to stall its own job's heartbeats.
 */
export class RestGate {
  readonly #atOnce: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  get idle(): boolean {
    return this.#inside === 0 && this.#waiting.length === 0;
  }

  /** Runs `task` when there is room. Aborting `signal` while waiting gives the place up. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      this.#inside -= 1;
      this.#waiting.shift()?.();
    }
  }

  #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#inside < this.#atOnce) {
      this.#inside += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener("abort", leave);
        this.#inside += 1;
        resolve();
      };
      const leave = () => {
        const at = this.#waiting.indexOf(enter);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal.reason);
      };
      this.#waiting.push(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}

const gates = processWide("flink-rest.gates", () => new Map<string, RestGate>());
const atOncePerCluster = 6;

/** The gate of one cluster, the same for every door of this process. */
export function gateOf(cluster: { context: string; namespace: string; clusterId: string }): RestGate {
  if (gates.size > 500) for (const [name, gate] of gates) if (gate.idle) gates.delete(name);
  const name = JSON.stringify([cluster.context, cluster.namespace, cluster.clusterId]);
  const gate = gates.get(name) ?? new RestGate(atOncePerCluster);
  gates.set(name, gate);
  return gate;
}
