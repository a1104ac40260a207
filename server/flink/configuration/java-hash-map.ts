const loadFactor = 0.75;
const defaultCapacity = 16;

/** `String.hashCode` with HashMap's spreading: the 32 bits that choose a bucket. */
function spreadHash(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(31, hash) + key.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 16);
}

function capacityFor(size: number): number {
  let capacity = 1;
  while (capacity < Math.floor(size / loadFactor + 1)) capacity *= 2;
  return capacity;
}

/**
 * A map from strings that iterates in the order of Java's `HashMap`.
 *
 * Flink writes its configuration in that order, so it decides where a key lies in the shipped `config.yaml`, and which
 * of two conflicting keys wins. Buckets of eight and more entries, which Java turns into trees, keep their insertion
 * order here: ordinary configurations do not get there.
 *
 * Java: java.util.HashMap.
 */
export class JavaHashMap<V> {
  readonly #entries = new Map<string, V>();
  /** Undefined until the first entry, as Java allocates its table late: the first `putAll` chooses the size. */
  #capacity: number | undefined;
  /** The entries in Java's order, until the next change. */
  #ordered: readonly [string, V][] | undefined;

  static of<V>(entries: Iterable<readonly [string, V]>): JavaHashMap<V> {
    const map = new JavaHashMap<V>();
    for (const [key, value] of entries) map.set(key, value);
    return map;
  }

  /** `new HashMap<>(source)`. */
  static copyOf<V>(source: JavaHashMap<V>): JavaHashMap<V> {
    const map = new JavaHashMap<V>();
    map.putAll(source);
    return map;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): V | undefined {
    return this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Overwriting keeps the key's place. */
  set(key: string, value: V): void {
    this.#ordered = undefined;
    this.#capacity ??= defaultCapacity;
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity * loadFactor) this.#capacity *= 2;
  }

  putAll(source: JavaHashMap<V>): void {
    if (source.size === 0) return;
    this.#ordered = undefined;
    if (this.#capacity === undefined) this.#capacity = capacityFor(source.size);
    else while (source.size > this.#capacity * loadFactor) this.#capacity *= 2;
    for (const [key, value] of source.entries()) this.set(key, value);
  }

  delete(key: string): boolean {
    this.#ordered = undefined;
    return this.#entries.delete(key);
  }

  /** In Java's order: bucket by bucket, in each by insertion. */
  entries(): readonly [string, V][] {
    this.#ordered ??= this.#order();
    return this.#ordered;
  }

  #order(): [string, V][] {
    const mask = (this.#capacity ?? defaultCapacity) - 1;
    return [...this.#entries]
      .map((entry) => ({ entry, bucket: (spreadHash(entry[0]) & mask) >>> 0 }))
      .sort((a, b) => a.bucket - b.bucket)
      .map(({ entry }) => entry);
  }

  keys(): string[] {
    return this.entries().map(([key]) => key);
  }
}
