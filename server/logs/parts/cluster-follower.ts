import { type LineCursor, timestampOf } from "../../flink/log-records/line-cursor.ts";
import type { LineParser } from "../../flink/log-records/parsed-line.ts";
import { log } from "../../log.ts";
import { ContainerReader } from "./container-reader.ts";
import {
  type ContainerTarget,
  flinkSelector,
  type KubernetesDoor,
  podsOfCluster,
  targetsOf,
} from "./container-target.ts";
import { followContainer } from "./follow-container.ts";
import type { KeptClusterLogs } from "./kept/kept-store.ts";
import { readKept } from "./kept/read-kept.ts";
import type { LogView } from "./log-view.ts";
import { podLogSource } from "./pod-log-source.ts";
import type { ViewLane } from "./view-lane.ts";

export interface FollowSelection {
  readonly namespace: string;
  readonly clusterId: string;
  readonly wantsPod: (pod: string) => boolean;
  readonly container: string;
  readonly previous: boolean;
  readonly follow: boolean;
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** Set where only the newest lines matter: then the kept ones of pods that are there are not read. */
  readonly tailLines: number | undefined;
  /** The last line seen, by `pod/container`. */
  readonly after: ReadonlyMap<string, LineCursor>;
}

/** What a view is made of. */
export interface FollowedCluster {
  readonly door: KubernetesDoor;
  readonly parse: LineParser;
  readonly kept: KeptClusterLogs | undefined;
}

type Origin = Pick<ContainerTarget, "pod" | "uid" | "container">;

/** Reads the containers of a cluster into a view: what was kept of each, then what the API server has, then what comes. */
export class ClusterFollower {
  readonly #cluster: FollowedCluster;
  readonly #selection: FollowSelection;
  readonly #view: LogView;
  readonly #signal: AbortSignal;
  readonly #known = new Set<string>();

  constructor(cluster: FollowedCluster, selection: FollowSelection, view: LogView, signal: AbortSignal) {
    this.#cluster = cluster;
    this.#selection = selection;
    this.#view = view;
    this.#signal = signal;
  }

  start(): void {
    this.#openPresent();
    this.#openGone();
    if (!this.#selection.follow) this.#view.complete();
    else this.#cluster.door.onChange("Pod", flinkSelector, () => this.#openPresent(), this.#signal);
  }

  /** Opens the containers that are there and not open yet. */
  #openPresent(): void {
    if (this.#signal.aborted) return;
    const { namespace, clusterId, wantsPod, container } = this.#selection;
    const { items } = this.#cluster.door.watched("Pod", flinkSelector);
    for (const pod of podsOfCluster(items, namespace, clusterId)) {
      if (!wantsPod(pod.metadata?.name ?? "")) continue;
      for (const target of targetsOf(pod, container)) if (target.state !== "waiting") this.#open(target, target);
    }
  }

  /** Opens what was kept of containers that are no longer there. */
  #openGone(): void {
    const { wantsPod, container, previous } = this.#selection;
    if (previous) return;
    for (const { meta } of this.#cluster.kept?.logs ?? []) {
      if (wantsPod(meta.pod) && (container === "*" || container === meta.container)) this.#open(meta, undefined);
    }
  }

  #open(origin: Origin, target: ContainerTarget | undefined): void {
    const key = `${origin.uid}/${origin.container}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const { pod, container } = origin;
    const { since, until, after, follow } = this.#selection;
    const bounds = { since, until, after: after.get(`${pod}/${container}`) };
    const reader = new ContainerReader(this.#cluster.parse, bounds, { pod, container });
    const lane = this.#view.open(pod, container, reader);
    const came = (type: "joined" | "left") => reader.add({ type, at: timestampOf(new Date()), pod });
    if (this.#view.isLive) came("joined");
    this.#read(origin, target, lane)
      .catch((error: unknown) => {
        if (!this.#signal.aborted) log.error({ err: error, pod }, "reading a log failed");
      })
      .finally(() => {
        if (follow && this.#view.isLive && target !== undefined) came("left");
        this.#view.end(lane);
      });
  }

  async #read(origin: Origin, target: ContainerTarget | undefined, lane: ViewLane): Promise<void> {
    const { tailLines, previous, namespace } = this.#selection;
    if (!previous && (target === undefined || tailLines === undefined)) await this.#readKept(origin, lane);
    if (target === undefined || lane.reader.isPast) return;
    const source = podLogSource(this.#cluster.door, namespace, target);
    await followContainer(source, lane.reader, { ...this.#selection, target }, lane, this.#signal);
  }

  async #readKept({ uid, container }: Origin, lane: ViewLane): Promise<void> {
    const kept = this.#cluster.kept?.logs.find(({ meta }) => meta.uid === uid && meta.container === container);
    if (kept === undefined) return;
    const { cursor } = lane.reader;
    for await (const chunk of readKept(kept.folder, cursor?.at ?? this.#selection.since ?? "")) {
      if (this.#signal.aborted) return;
      lane.reader.push(chunk);
      await lane.arrived(false);
      if (lane.reader.isPast) return;
    }
  }
}
