import type { KubernetesConnection } from "./connection.ts";
import type { Kind, Kinds, Watched } from "./kubernetes-door.ts";
import { WatchCache, type WatchCacheOptions } from "./watch-cache.ts";

export interface WatchCachesOptions extends WatchCacheOptions {
  readonly idleMs: number;
}

/** By kind, then by label selector. */
type CachesByKind = { readonly [K in Kind]: Map<string, WatchCache<K>> };

const noCaches = (): CachesByKind => ({
  ConfigMap: new Map(),
  Deployment: new Map(),
  Event: new Map(),
  LimitRange: new Map(),
  Namespace: new Map(),
  Node: new Map(),
  Pod: new Map(),
  ReplicaSet: new Map(),
  ResourceQuota: new Map(),
  Role: new Map(),
  RoleBinding: new Map(),
  Secret: new Map(),
  Service: new Map(),
  ServiceAccount: new Map(),
});

/** The watch caches of one door: started by the first who asks, let go when nobody has asked for a while. */
export class WatchCaches {
  readonly #connection: KubernetesConnection;
  readonly #options: WatchCachesOptions;
  readonly #caches = noCaches();
  readonly #sweeper: NodeJS.Timeout;
  #closed = false;

  constructor(connection: KubernetesConnection, options: WatchCachesOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#sweeper = setInterval(() => this.#letGo(), options.idleMs / 4).unref();
  }

  watched<K extends Kind>(kind: K, labelSelector: string): Watched<K> {
    if (this.#closed) return { items: [], ready: false, staleSince: new Date() };
    return this.#cache(kind, labelSelector).get();
  }

  async watchedSoon<K extends Kind>(kind: K, labelSelector: string, atMostMs: number): Promise<Watched<K>> {
    const enough = AbortSignal.timeout(atMostMs);
    for (;;) {
      const seen = this.watched(kind, labelSelector);
      if (seen.ready || seen.staleSince !== undefined || enough.aborted) return seen;
      await this.#nextChange(kind, labelSelector, enough);
    }
  }

  onChange<K extends Kind>(
    kind: K,
    labelSelector: string,
    listener: (changed: readonly Kinds[K][]) => void,
    signal: AbortSignal,
  ): void {
    if (!this.#closed) this.#cache(kind, labelSelector).subscribe(listener, signal);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#sweeper);
    for (const caches of Object.values(this.#caches)) for (const cache of caches.values()) cache.close();
  }

  #cache<K extends Kind>(kind: K, labelSelector: string): WatchCache<K> {
    const caches: Map<string, WatchCache<K>> = this.#caches[kind];
    const known = caches.get(labelSelector);
    if (known !== undefined) return known;
    const cache = new WatchCache(this.#connection, kind, labelSelector, this.#options);
    caches.set(labelSelector, cache);
    return cache;
  }

  async #nextChange(kind: Kind, labelSelector: string, enough: AbortSignal): Promise<void> {
    const heard = new AbortController();
    await new Promise<void>((resolve) => {
      enough.addEventListener("abort", () => resolve(), { once: true, signal: heard.signal });
      this.onChange(kind, labelSelector, () => resolve(), heard.signal);
    });
    heard.abort();
  }

  #letGo(): void {
    const oldest = Date.now() - this.#options.idleMs;
    for (const caches of Object.values(this.#caches)) {
      for (const [labelSelector, cache] of caches) {
        if (cache.inUse || cache.lastUsed > oldest) continue;
        caches.delete(labelSelector);
        cache.close();
      }
    }
  }
}
