/** A jar that the console keeps. */
export interface StoredJar {
  readonly sha256: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970. */
  readonly uploadedAt: number;
  readonly who: string;
  /** The class that the manifest names, if any. */
  readonly entryClass?: string | undefined;
}

/** Jars by the hash of their bytes: the same jar is kept once, whoever brought it. */
export interface JarStore {
  /** The largest jar that is taken. */
  readonly limitBytes: number;
  /**
   * Keeps a jar. `inspect` looks at the finished file before it is kept and throws to refuse it.
   * Throws `too-large`. Nothing is left behind when it fails.
   */
  keep(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    inspect: (file: string) => Promise<{ entryClass?: string | undefined }>,
  ): Promise<StoredJar>;
  /** The newest first, at most 1,000. */
  list(): Promise<StoredJar[]>;
  /** Throws `not-found`. */
  find(sha256: string): Promise<StoredJar>;
  read(sha256: string): AsyncIterable<Uint8Array>;
  delete(sha256: string): Promise<void>;
}
