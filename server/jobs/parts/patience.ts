/** How long somebody waits for answers of JobManagers. */
export interface Patience {
  /** Where nothing has been seen yet. */
  readonly firstMs: number;
  /** For something newer than what was seen. */
  readonly againMs: number;
}

/**
 * Patience for a whole answer that takes several questions one after another: what one has used up the next no longer
 * has, so that the sum is bounded and not each part. Answers what is left at the moment.
 */
export function patienceFor({ firstMs, againMs }: Patience, began = Date.now()): () => Patience {
  return () => {
    const spent = Date.now() - began;
    return { firstMs: Math.max(0, firstMs - spent), againMs: Math.max(0, againMs - spent) };
  };
}
