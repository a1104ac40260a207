import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import type { KubernetesDoor, Pod } from "./container-target.ts";
import type { PodLogOptions } from "./log-source.ts";
import { Wakeup } from "./wakeup.ts";

const encoder = new TextEncoder();

/** The log of one run of a container, as a kubelet has it. */
class FakeLog {
  bytes = "";
  hasEnded = false;
  readonly #readers = new Set<Wakeup>();

  append(text: string): void {
    this.bytes += text;
    for (const reader of this.#readers) reader.wake();
  }

  end(): void {
    this.hasEnded = true;
    for (const reader of this.#readers) reader.wake();
  }

  /** From the line at which the second of `sinceTime` begins, as the API server counts. */
  async *read(options: PodLogOptions, chunk: number, isCut: () => boolean): AsyncGenerator<Uint8Array> {
    const reader = new Wakeup();
    this.#readers.add(reader);
    try {
      let at = this.#start(options);
      for (;;) {
        if (isCut()) throw new ConsoleError({ kind: "kubernetes-unreachable", context: "fake" });
        const text = this.bytes.slice(at, at + chunk);
        at += text.length;
        if (text !== "") yield encoder.encode(text);
        else if (!options.follow || this.hasEnded) return;
        else await reader.sleep(20);
      }
    } finally {
      this.#readers.delete(reader);
    }
  }

  #start({ sinceTime, tailLines }: PodLogOptions): number {
    const lines = this.bytes.split(/(?<=\n)/);
    const from = sinceTime === undefined ? 0 : lines.findIndex((line) => line.slice(0, 19) >= sinceTime.slice(0, 19));
    const skipped = lines.slice(0, from < 0 ? lines.length : from);
    const tailed = tailLines === undefined ? [] : lines.slice(skipped.length, Math.max(0, lines.length - tailLines));
    return [...skipped, ...tailed].join("").length;
  }
}

/** Pods with logs, behind the part of a Kubernetes door that log streams use. For tests. */
export class FakeCluster {
  readonly #pods = new Map<string, { runs: FakeLog[]; ended: boolean; startedAt: string; uid: string }>();
  readonly #listeners = new Set<() => void>();
  #refusals = 0;
  #cuts = 0;
  #uids = 0;
  /** Streams of logs that are open now. */
  open = 0;
  /** Characters of one chunk. */
  chunk = 100;
  mayReadLogs = true;
  readonly requests: PodLogOptions[] = [];

  addPod(pod: string, startedAt = "2026-11-24T23:00:00Z"): void {
    this.#pods.set(pod, { runs: [new FakeLog()], ended: false, startedAt, uid: `uid-${this.#uids++}` });
    this.#changed();
  }

  print(pod: string, ...lines: readonly string[]): void {
    this.#logOf(pod).append(lines.map((line) => `${line}\n`).join(""));
  }

  printPart(pod: string, text: string): void {
    this.#logOf(pod).append(text);
  }

  /** The kubelet begins a new file: what was printed so far can't be read any more. */
  rotate(pod: string): void {
    this.#logOf(pod).bytes = "";
  }

  /** The container exits and is started again. */
  restart(pod: string, startedAt: string): void {
    const found = this.#pods.get(pod);
    found?.runs.at(-1)?.end();
    found?.runs.push(new FakeLog());
    if (found) found.startedAt = startedAt;
    this.#changed();
  }

  deletePod(pod: string): void {
    this.#pods.get(pod)?.runs.at(-1)?.end();
    this.#pods.delete(pod);
    this.#changed();
  }

  /** Breaks every connection that is open now. */
  cut(): void {
    this.#cuts++;
  }

  refuseNext(times: number): void {
    this.#refusals = times;
  }

  get caller(): Caller {
    const door: Partial<KubernetesDoor> = {
      may: async () => this.mayReadLogs,
      // Both answer for pods alone, which is the one kind that is asked for.
      watched: (() => ({ items: this.#items(), ready: true })) as KubernetesDoor["watched"],
      watchedSoon: (async () => ({ items: this.#items(), ready: true })) as KubernetesDoor["watchedSoon"],
      onChange: (_kind, _selector, listener, signal) => {
        const heard = () => listener([]);
        this.#listeners.add(heard);
        signal.addEventListener("abort", () => this.#listeners.delete(heard));
      },
      read: (async (kind: string, _: string, name: string) => {
        const pod = kind === "Pod" ? this.#items().find(({ metadata }) => metadata?.name === name) : undefined;
        if (pod === undefined) throw new ConsoleError({ kind: "not-found", resource: `${kind} ${name}` });
        return pod;
      }) as KubernetesDoor["read"],
      podLog: async (_, pod, options, signal) => this.#openLog(pod, options, signal),
    };
    return { kubernetes: () => door } as unknown as Caller;
  }

  async #openLog(pod: string, options: PodLogOptions, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    this.requests.push(options);
    await sleep(1);
    if (this.#refusals-- > 0) throw new ConsoleError({ kind: "not-possible-now", detail: "too many requests" });
    const log = this.#pods.get(pod)?.runs.at(options.previous ? -2 : -1);
    if (log === undefined) throw new ConsoleError({ kind: "not-found", resource: `Pod ${pod}` });
    return this.#counted(log, options, signal);
  }

  async *#counted(log: FakeLog, options: PodLogOptions, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const cuts = this.#cuts;
    this.open++;
    try {
      for await (const chunk of log.read(options, this.chunk, () => this.#cuts > cuts || signal.aborted)) yield chunk;
    } finally {
      this.open--;
    }
  }

  #logOf(pod: string): FakeLog {
    const log = this.#pods.get(pod)?.runs.at(-1);
    if (log === undefined) throw new Error(`no pod ${pod}`);
    return log;
  }

  #items(): Pod[] {
    return [...this.#pods].map(([name, { runs, startedAt, uid }]) => ({
      metadata: { name, uid, namespace: "flink", labels: { app: "first", type: "flink-native-kubernetes" } },
      status: {
        containerStatuses: [
          {
            name: "flink-main-container",
            restartCount: runs.length - 1,
            state: { running: { startedAt } },
            image: "flink",
            imageID: "",
            ready: true,
          },
        ],
      },
    }));
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
