import { setTimeout as sleep } from "node:timers/promises";
import { isFailure } from "../errors.ts";
import { log } from "../log.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { Kind, Kinds, Watched } from "./kubernetes-door.ts";
import { listObjects } from "./objects.ts";
import type { WatchTimes } from "./watch-loop.ts";
import { WatchedScope } from "./watched-scope.ts";

export interface WatchCacheOptions extends WatchTimes {
  readonly defaultNamespace: string;
  /** Permissions and the list of namespaces are looked at again this often, where not everything may be seen. */
  readonly recheckMs: number;
}

/** Without the right to see all namespaces, at most so many are watched one by one. */
const mostNamespaces = 100;

type Listener<K extends Kind> = (changed: readonly Kinds[K][]) => void;

/**
 * The memory of one kind with one label, over every namespace that this person may list.
 *
 * First all namespaces at once; if that is refused, the context's namespace and those that can be listed, one by one.
 */
export class WatchCache<K extends Kind> {
  readonly #connection: KubernetesConnection;
  readonly #kind: K;
  readonly #labelSelector: string;
  readonly #options: WatchCacheOptions;
  readonly #ended = new AbortController();
  readonly #listeners = new Set<Listener<K>>();
  /** By namespace; the one key "" stands for all of them. */
  readonly #scopes = new Map<string, WatchedScope<K>>();
  #decided = false;
  #pending: Kinds[K][] | undefined;
  #snapshot: Watched<K> | undefined;
  lastUsed = Date.now();

  constructor(connection: KubernetesConnection, kind: K, labelSelector: string, options: WatchCacheOptions) {
    this.#connection = connection;
    this.#kind = kind;
    this.#labelSelector = labelSelector;
    this.#options = options;
    this.#run().catch((error: unknown) => log.error({ err: error, kind }, "a watch cache ended"));
  }

  get inUse(): boolean {
    return this.#listeners.size > 0;
  }

  get(): Watched<K> {
    this.lastUsed = Date.now();
    this.#snapshot ??= this.#observe();
    return this.#snapshot;
  }

  subscribe(listener: Listener<K>, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => {
      this.#listeners.delete(listener);
      this.lastUsed = Date.now();
    });
  }

  close(): void {
    this.#ended.abort();
    this.#listeners.clear();
  }

  async #run(): Promise<void> {
    const everywhere = this.#open("");
    const refused = await everywhere.ended;
    if (!refused || this.#ended.signal.aborted) return;
    this.#scopes.delete("");
    while (!this.#ended.signal.aborted) {
      for (const namespace of await this.#visibleNamespaces()) {
        if (this.#scopes.get(namespace)?.refused) this.#scopes.delete(namespace);
        if (!this.#scopes.has(namespace)) this.#open(namespace);
      }
      this.#decided = true;
      this.#changed([]);
      await sleep(this.#options.recheckMs, undefined, { signal: this.#ended.signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  #open(namespace: string): WatchedScope<K> {
    const target = {
      kind: this.#kind,
      namespace: namespace === "" ? undefined : namespace,
      labelSelector: this.#labelSelector,
    };
    const scope = new WatchedScope(this.#connection, target, this.#options, this.#ended.signal, (changed) =>
      this.#changed(changed),
    );
    this.#scopes.set(namespace, scope);
    return scope;
  }

  async #visibleNamespaces(): Promise<string[]> {
    const own = this.#options.defaultNamespace;
    try {
      const { items } = await listObjects(this.#connection, "Namespace", undefined, { limit: mostNamespaces });
      const names = items.flatMap((namespace) => namespace.metadata?.name ?? []);
      return [own, ...names.filter((name) => name !== own)];
    } catch (error) {
      if (!isFailure(error, "not-permitted")) log.debug({ err: error }, "namespaces can't be listed now");
      return [own];
    }
  }

  /** Gathers what happens in one turn of the event loop, so that a list of 500 is one call. */
  #changed(objects: readonly Kinds[K][]): void {
    this.#snapshot = undefined;
    if (this.#pending !== undefined) {
      this.#pending.push(...objects);
      return;
    }
    this.#pending = [...objects];
    setImmediate(() => {
      const changed = this.#pending ?? [];
      this.#pending = undefined;
      for (const listener of [...this.#listeners]) listener(changed);
    });
  }

  #observe(): Watched<K> {
    const scopes = [...this.#scopes.entries()];
    const seen = scopes.filter(([, scope]) => !scope.refused);
    const stale = seen.flatMap(([, scope]) => scope.staleSince ?? []).sort((a, b) => a.getTime() - b.getTime());
    const everywhere = this.#scopes.has("");
    const refused = this.#decided && seen.length === 0;
    return {
      items: seen.flatMap(([, scope]) => scope.items()),
      ready: refused || (seen.length > 0 && seen.every(([, scope]) => scope.ready)),
      ...(stale[0] !== undefined && { staleSince: stale[0] }),
      ...(refused && { refused }),
      ...(!everywhere && { namespaces: seen.map(([namespace]) => namespace) }),
    };
  }
}
