import { isFailure } from "../errors.ts";
import { log } from "../log.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { Kind, Kinds } from "./kubernetes-door.ts";
import { runWatch, type WatchSink, type WatchTimes } from "./watch-loop.ts";
import type { WatchTarget } from "./watch-stream.ts";

/** What one watch has seen: of one kind, in one namespace or in all. */
export class WatchedScope<K extends Kind> {
  readonly #objects = new Map<string, Kinds[K]>();
  readonly #changed: (objects: readonly Kinds[K][]) => void;
  ready = false;
  refused = false;
  staleSince: Date | undefined;
  /** Ends when Kubernetes refuses (true) or the signal aborts (false). */
  readonly ended: Promise<boolean>;

  constructor(
    connection: KubernetesConnection,
    target: WatchTarget<K>,
    times: WatchTimes,
    signal: AbortSignal,
    changed: (objects: readonly Kinds[K][]) => void,
  ) {
    this.#changed = changed;
    this.ended = runWatch(connection, target, this.#sink(), times, signal).then(
      () => false,
      (error: unknown) => {
        if (!isFailure(error, "not-permitted")) log.error({ err: error, kind: target.kind }, "a watch ended");
        this.refused = true;
        this.#objects.clear();
        this.#changed([]);
        return true;
      },
    );
  }

  items(): Kinds[K][] {
    return [...this.#objects.values()];
  }

  #sink(): WatchSink<K> {
    return {
      listed: (items) => this.#replace(items),
      changed: (object) => {
        this.#objects.set(keyOf(object), slim(object));
        this.#changed([object]);
      },
      deleted: (object) => {
        this.#objects.delete(keyOf(object));
        this.#changed([object]);
      },
      reachable: (yes) => {
        if (yes === (this.staleSince === undefined)) return;
        this.staleSince = yes ? undefined : new Date();
        this.#changed([]);
      },
    };
  }

  /** A list says only what is: what was known and is not in it was deleted while nobody looked. */
  #replace(items: readonly Kinds[K][]): void {
    const before = new Map(this.#objects);
    this.#objects.clear();
    for (const item of items) this.#objects.set(keyOf(item), slim(item));
    const differs = items.filter((item) => versionOf(before.get(keyOf(item))) !== versionOf(item));
    const gone = [...before].flatMap(([key, object]) => (this.#objects.has(key) ? [] : [object]));
    this.ready = true;
    this.staleSince = undefined;
    this.#changed([...differs, ...gone]);
  }
}

function keyOf(object: Kinds[Kind]): string {
  return `${object.metadata?.namespace ?? ""}/${object.metadata?.name ?? ""}`;
}

function versionOf(object: Kinds[Kind] | undefined): string | undefined {
  return object?.metadata?.resourceVersion;
}

/** Who wrote which field is half of an object's size and shown nowhere. */
function slim<K extends Kind>(object: Kinds[K]): Kinds[K] {
  if (object.metadata) delete object.metadata.managedFields;
  return object;
}
