import { mkdir } from "node:fs/promises";
import type { Caller } from "../../../caller.ts";
import { timestampOf } from "../../../flink/log-records/line-cursor.ts";
import { log } from "../../../log.ts";
import type { ContainerTarget } from "../container-target.ts";
import { flinkSelector, type KubernetesDoor, type Pod, roleOf, targetsOf } from "../container-target.ts";
import { followContainer } from "../follow-container.ts";
import { readLogPattern } from "../log-pattern.ts";
import { podLogSource } from "../pod-log-source.ts";
import { type KeepingLimits, keepWithin } from "./keep-within.ts";
import { KeepingReader } from "./keeping-reader.ts";
import { readClusterMeta, readContainerMeta, writeMeta } from "./kept-meta.ts";
import { clusterFolder, containerFolder, type KeptCluster } from "./kept-place.ts";
import { type KeptLog, keptClusters } from "./kept-store.ts";
import { KeptWriter } from "./kept-writer.ts";

/** Lines in memory are at most so old: what a crash of the console loses. */
const flushEveryMs = 500;
const shrinkEveryMs = 60_000;

export interface RecorderOptions {
  readonly root: string;
  readonly limits: KeepingLimits;
  readonly caller: Pick<Caller, "kubernetes">;
  readonly signal: AbortSignal;
}

/**
 * Keeps the logs of all native Flink clusters in the contexts that it is told to watch: one stream for each container,
 * written to disk as it comes.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #contexts = new Set<string>();
  /** Writers by their folder. A folder is here before its writer is open, so that none is opened twice. */
  readonly #writers = new Map<string, KeptWriter | undefined>();
  readonly #stops = new Map<string, AbortController>();
  totalBytes = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  get root(): string {
    return this.#options.root;
  }

  get limits(): KeepingLimits {
    return this.#options.limits;
  }

  async start(): Promise<void> {
    const { root, signal } = this.#options;
    await mkdir(root, { recursive: true, mode: 0o700 });
    await this.#shrink();
    const flush = setInterval(() => this.#flush(), flushEveryMs);
    const shrink = setInterval(
      () => this.#shrink().catch(complain("keeping logs within their space failed")),
      shrinkEveryMs,
    );
    signal.addEventListener("abort", () => {
      clearInterval(flush);
      clearInterval(shrink);
      this.#flush();
    });
  }

  /** Keeps the logs of a context's clusters from now on. */
  watch(context: string): void {
    if (this.#contexts.has(context) || this.#options.signal.aborted) return;
    this.#contexts.add(context);
    this.#watch(context).catch((error: unknown) => {
      this.#contexts.delete(context);
      log.warn({ err: error, context }, "keeping logs failed");
    });
  }

  /** Switches a cluster's recording; what was kept stays. */
  async keep(cluster: KeptCluster, keep: boolean): Promise<void> {
    const folder = clusterFolder(this.root, cluster);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { context, namespace, clusterId } = cluster;
    await writeMeta(folder, { context, namespace, clusterId, ...(await readClusterMeta(folder)), keep });
    if (!keep) this.#stops.get(folder)?.abort();
    if (!keep) this.#stops.delete(folder);
    else if (this.#contexts.has(context)) this.#open(context);
  }

  async #watch(context: string): Promise<void> {
    const door = this.#options.caller.kubernetes(context);
    const watched = await door.watchedSoon("Pod", flinkSelector, 30_000);
    door.onChange("Pod", flinkSelector, () => this.#open(context), this.#options.signal);
    if (watched.ready) await this.#closeGone(context, new Set(watched.items.map((pod) => pod.metadata?.uid ?? "")));
    this.#open(context);
  }

  /** Opens the containers that are there and not kept yet. */
  #open(context: string): void {
    const door = this.#options.caller.kubernetes(context);
    for (const pod of door.watched("Pod", flinkSelector).items) {
      const clusterId = pod.metadata?.labels?.["app"];
      const namespace = pod.metadata?.namespace;
      if (clusterId === undefined || namespace === undefined) continue;
      for (const target of targetsOf(pod, "*")) {
        if (target.state !== "waiting") this.#openOne(door, { context, namespace, clusterId }, pod, target);
      }
    }
  }

  #openOne(door: KubernetesDoor, cluster: KeptCluster, pod: Pod, target: ContainerTarget): void {
    const ofCluster = clusterFolder(this.root, cluster);
    const folder = containerFolder(ofCluster, target);
    if (this.#writers.has(folder)) return;
    this.#writers.set(folder, undefined);
    this.#record(door, cluster, pod, target, folder)
      .catch((error: unknown) => {
        if (!this.#options.signal.aborted) log.warn({ err: error, pod: target.pod }, "keeping a log failed");
        return false;
      })
      .then((hasEnded) => {
        // An ended container stays known, so that it is not begun again; one that was switched off may be.
        if (!hasEnded) this.#writers.delete(folder);
      })
      .catch(complain("keeping a log failed"));
  }

  /** Keeps one container's log to its end; false when it was not to be kept. */
  async #record(door: KubernetesDoor, cluster: KeptCluster, pod: Pod, target: ContainerTarget, folder: string) {
    const ofCluster = clusterFolder(this.root, cluster);
    if (!(await this.#isKept(door, cluster, ofCluster))) return false;
    const { pod: name, uid, container, restarts } = target;
    const known = await readContainerMeta(folder);
    if (known?.ended) return true;
    const meta = { pod: name, uid, container, role: roleOf(pod), restarts, ended: false };
    const writer = await KeptWriter.open(folder, meta);
    this.#writers.set(folder, writer);
    const reader = new KeepingReader(writer);
    const listener = {
      connecting: () => undefined,
      arrived: () => reader.drain(),
      unreachable: () => reader.drain()?.catch(() => undefined),
    };
    const signal = AbortSignal.any([this.#options.signal, this.#stopOf(ofCluster).signal]);
    const options = { target, follow: true, previous: false };
    try {
      await followContainer(podLogSource(door, cluster.namespace, target), reader, options, listener, signal);
      await reader.drain();
      await writer.change({ ended: true });
      await writer.seal();
      return true;
    } catch (error) {
      await reader.drain();
      await writer.flush();
      if (signal.aborted) return false;
      throw error;
    }
  }

  async #isKept(door: KubernetesDoor, cluster: KeptCluster, folder: string): Promise<boolean> {
    const known = await readClusterMeta(folder);
    if (known?.keep === false) return false;
    const pattern = (await readLogPattern(door, cluster.namespace, cluster.clusterId)) ?? known?.pattern;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { context, namespace, clusterId } = cluster;
    await writeMeta(folder, { context, namespace, clusterId, keep: true, ...(pattern !== undefined && { pattern }) });
    return true;
  }

  /** Pods that went while no console was there: what they printed at their end was not seen. */
  async #closeGone(context: string, present: ReadonlySet<string>): Promise<void> {
    for (const cluster of await keptClusters(this.root)) {
      if (cluster.meta.context !== context) continue;
      for (const { folder, meta } of cluster.logs) {
        if (meta.ended || present.has(meta.uid) || this.#writers.has(folder)) continue;
        const writer = await KeptWriter.open(folder, meta);
        const to = timestampOf(new Date());
        const detail = "the pod went while the console was not running";
        writer.appendGap({ from: writer.cursor?.at ?? to, to, reason: "not-watched", detail });
        await writer.change({ ended: true });
        await writer.seal();
      }
    }
  }

  #stopOf(folder: string): AbortController {
    const known = this.#stops.get(folder) ?? new AbortController();
    this.#stops.set(folder, known);
    return known;
  }

  #flush(): void {
    for (const writer of this.#writers.values()) writer?.flush().catch(complain("writing kept logs failed"));
  }

  async #shrink(): Promise<void> {
    this.totalBytes = await keepWithin(this.root, this.limits, Date.now(), (kept, removed) =>
      this.#note(kept, removed),
    );
  }

  async #note({ folder, meta }: KeptLog, removed: { from: string; to: string }): Promise<void> {
    const writer = this.#writers.get(folder);
    if (writer === undefined) await writeMeta(folder, { ...meta, removed });
    else await writer.change({ removed });
  }
}

/** Logs a failure of work that nobody waits for, once in a while. */
function complain(message: string): (error: unknown) => void {
  return (error) => log.error({ err: error }, message);
}
