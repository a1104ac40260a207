/** Lets one side sleep until the other has something for it. Woken before it sleeps, it does not sleep. */
export class Wakeup {
  #resolve: (() => void) | undefined;
  #pending = false;

  wake(): void {
    if (this.#resolve === undefined) this.#pending = true;
    else this.#resolve();
  }

  /** Resolves when woken, or after `atMostMs`. */
  async sleep(atMostMs?: number): Promise<void> {
    if (this.#pending) {
      this.#pending = false;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = atMostMs === undefined ? undefined : setTimeout(resolve, atMostMs);
    this.#resolve = resolve;
    await promise;
    this.#resolve = undefined;
    clearTimeout(timer);
  }
}
