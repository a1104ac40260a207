import type { LiveMessage } from "../schema.ts";

/** Past this, a message says of which topic and context only: the browser asks again for what it shows anyway. */
const mostMessages = 200;

/**
 * Messages that wait to be sent, each once, in the order of their first coming. Bounded: when there are too many they
 * are widened, so that nothing that went stale is left out.
 */
export class StaleBox {
  #waiting = new Map<string, LiveMessage>();
  #wake: (() => void) | undefined;

  put(message: LiveMessage): void {
    this.#add(message);
    if (this.#waiting.size > mostMessages) {
      const widened = [...this.#waiting.values()].map(({ topic, context }) =>
        context === undefined ? { topic } : { topic, context },
      );
      this.#waiting = new Map();
      for (const wide of widened) this.#add(wide);
    }
    this.#wake?.();
  }

  takeAll(): LiveMessage[] {
    const messages = [...this.#waiting.values()];
    this.#waiting.clear();
    return messages;
  }

  /** Ends when something waits, when the time is over, or when the signal aborts. */
  async wait(atMostMs: number, signal: AbortSignal): Promise<void> {
    if (this.#waiting.size > 0 || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, atMostMs);
    signal.addEventListener("abort", () => resolve(), { once: true });
    this.#wake = resolve;
    await promise;
    this.#wake = undefined;
    clearTimeout(timer);
  }

  #add(message: LiveMessage): void {
    this.#waiting.set(JSON.stringify(message), message);
  }
}
