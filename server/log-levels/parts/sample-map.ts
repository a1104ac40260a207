import type { Caller } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import type { LogLevelMemory, RememberedChange } from "../../store/log-level-memory.ts";

// For tests: a cluster's ConfigMap as an API server keeps it, and the console's memory of it.

export const sampleAddress = { context: "c", namespace: "n", clusterId: "one" };
export const sampleFile =
  "monitorInterval=30\r\nrootLogger.level = INFO\r\nlogger.a.name = com.a\r\nlogger.a.level = WARN";
const name = "log4j-console.properties";

interface StoredMap {
  metadata: {
    name: string;
    namespace: string;
    uid: string;
    labels: Record<string, string>;
    resourceVersion: string;
    annotations: Record<string, string>;
  };
  data: Record<string, string>;
}

interface MapPatch {
  readonly metadata: { readonly resourceVersion: string; readonly annotations: Record<string, string> };
  readonly data: Record<string, string>;
}

/** One ConfigMap as an API server keeps it: a write bound to an old version is refused. */
export class SampleMap {
  stored: StoredMap = {
    metadata: {
      name: "flink-config-one",
      namespace: "n",
      uid: "map-1",
      labels: { app: "one" },
      resourceVersion: "1",
      annotations: {},
    },
    data: { [name]: sampleFile },
  };
  audited: string[] = [];
  /** Runs once, between somebody's read and write. */
  meanwhile: (() => Promise<unknown>) | undefined;

  get text(): string {
    return this.stored.data[name] ?? "";
  }

  /** Somebody writes the file without a console. */
  writeByHand(text: string): void {
    this.stored.data[name] = text;
    this.stored.metadata.resourceVersion = `${Number(this.stored.metadata.resourceVersion) + 1}`;
  }

  /** A person at a console; each console has a memory of its own. */
  caller(who: string, memory: LogLevelMemory = new SampleMemory()): Caller {
    const door = {
      read: async (kind: string) =>
        kind === "ConfigMap" ? structuredClone(this.stored) : { metadata: { name: "one" } },
      list: async () => ({ items: [], cut: false }),
      watched: () => ({ items: [structuredClone(this.stored)], ready: true }),
      may: async () => true,
      patch: (_kind: string, _namespace: string, _name: string, patch: MapPatch) => this.#patch(patch),
    };
    const audit = {
      record: async (entry: { subject?: string; before?: string; after?: string }, change: () => Promise<unknown>) => {
        const done = await change();
        this.audited.push(`${who} ${entry.subject} ${entry.before}>${entry.after}`);
        return done;
      },
    };
    return {
      identity: { kind: "kubeconfig", name: who },
      contexts: ["c"],
      kubernetes: () => door,
      audit,
      logLevels: memory,
    } as unknown as Caller;
  }

  async #patch({ metadata, data }: MapPatch): Promise<void> {
    const before = this.meanwhile;
    this.meanwhile = undefined;
    await before?.();
    if (metadata.resourceVersion !== this.stored.metadata.resourceVersion) {
      throw new ConsoleError({ kind: "changed-meanwhile", resource: "ConfigMap flink-config-one" });
    }
    Object.assign(this.stored.data, data);
    Object.assign(this.stored.metadata.annotations, metadata.annotations);
    this.stored.metadata.resourceVersion = String(Number(this.stored.metadata.resourceVersion) + 1);
  }
}

/** A console's memory that lasts as long as the test. */
export class SampleMemory implements LogLevelMemory {
  readonly #kept = new Map<string, { kept: string; nextEnd: Date | undefined }>();
  readonly #changes: RememberedChange[] = [];

  async keep(uid: string, kept: unknown, nextEnd: Date | undefined) {
    this.#kept.set(uid, { kept: JSON.stringify(kept), nextEnd });
  }

  async find(uid: string): Promise<unknown> {
    const found = this.#kept.get(uid);
    return found && JSON.parse(found.kept);
  }

  async ended(now: Date) {
    return [...this.#kept].filter(([, { nextEnd }]) => nextEnd && nextEnd <= now).map(([uid]) => uid);
  }

  async noteChange(configMapUid: string, at: Date, change: unknown) {
    if (!this.#changes.some((one) => one.at.getTime() === at.getTime()))
      this.#changes.unshift({ configMapUid, at, change });
  }

  async noteEffect(_uid: string, at: Date, effect: unknown) {
    const index = this.#changes.findIndex((one) => one.at.getTime() === at.getTime());
    const change = this.#changes[index];
    if (change) this.#changes[index] = { ...change, effect, effectAt: new Date() };
  }

  async changes() {
    return [...this.#changes];
  }
}
