import { isFailure } from "../../errors.ts";
import type { LineCursor } from "../../flink/log-records/line-cursor.ts";
import { timestampOf } from "../../flink/log-records/line-cursor.ts";
import type { LineParser } from "../../flink/log-records/parsed-line.ts";
import { log } from "../../log.ts";
import type { LogGap } from "../schema.ts";
import { ContainerReader } from "./container-reader.ts";
import {
  type ContainerTarget,
  flinkSelector,
  type KubernetesDoor,
  podsOfCluster,
  readPod,
  targetsOf,
} from "./container-target.ts";
import { followContainer, type LogSource } from "./follow-container.ts";
import type { LogView } from "./log-view.ts";

export interface FollowSelection {
  readonly namespace: string;
  readonly clusterId: string;
  readonly wantsPod: (pod: string) => boolean;
  readonly container: string;
  readonly previous: boolean;
  readonly follow: boolean;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly tailLines: number | undefined;
  /** The last line seen, by `pod/container`. */
  readonly after: ReadonlyMap<string, LineCursor>;
}

/** Follows the containers of a cluster into a view, those that come later among them. */
export class ClusterFollower {
  readonly #door: KubernetesDoor;
  readonly #selection: FollowSelection;
  readonly #parse: LineParser;
  readonly #view: LogView;
  readonly #signal: AbortSignal;
  readonly #known = new Set<string>();

  constructor(door: KubernetesDoor, selection: FollowSelection, parse: LineParser, view: LogView, signal: AbortSignal) {
    this.#door = door;
    this.#selection = selection;
    this.#parse = parse;
    this.#view = view;
    this.#signal = signal;
  }

  start(): void {
    this.#open();
    if (this.#selection.follow) this.#door.onChange("Pod", flinkSelector, () => this.#open(), this.#signal);
    else this.#view.complete();
  }

  /** Opens the containers that are there and not open yet. */
  #open(): void {
    if (this.#signal.aborted) return;
    const { namespace, clusterId, wantsPod, container } = this.#selection;
    for (const pod of podsOfCluster(this.#door.watched("Pod", flinkSelector).items, namespace, clusterId)) {
      if (!wantsPod(pod.metadata?.name ?? "")) continue;
      for (const target of targetsOf(pod, container)) this.#openOne(target);
    }
  }

  #openOne(target: ContainerTarget): void {
    const key = `${target.uid}/${target.container}`;
    if (this.#known.has(key) || target.state === "waiting") return;
    this.#known.add(key);
    const { since, until, after, follow } = this.#selection;
    const reader = new ContainerReader(
      this.#parse,
      { since, until, after: after.get(`${target.pod}/${target.container}`) },
      (from, to) => gapBetween(target, from, to),
    );
    const lane = this.#view.open(target.pod, target.container, reader);
    const came = (type: "joined" | "left") => reader.add({ type, at: timestampOf(new Date()), pod: target.pod });
    if (this.#view.isLive) came("joined");
    followContainer(this.#sourceOf(target), reader, { ...this.#selection, target }, lane, this.#signal)
      .catch((error: unknown) => {
        if (!this.#signal.aborted) log.error({ err: error, pod: target.pod }, "following a log failed");
      })
      .finally(() => {
        if (follow && this.#view.isLive) came("left");
        this.#view.end(lane);
      });
  }

  #sourceOf(target: ContainerTarget): LogSource {
    const { namespace } = this.#selection;
    return {
      open: (options, signal) => this.#door.podLog(namespace, target.pod, options, signal),
      look: async () => {
        const pod = await readPod(this.#door, namespace, target.pod).catch(undefinedWhenGone);
        if (pod === undefined || pod.metadata?.uid !== target.uid) return undefined;
        return targetsOf(pod, target.container)[0];
      },
    };
  }
}

function undefinedWhenGone(error: unknown): undefined {
  if (!isFailure(error, "not-found")) throw error;
}

/** The line to go on after is not in the log any more. */
function gapBetween({ pod, container }: ContainerTarget, from: string, to: string): LogGap {
  const detail = "the kubelet began a new file before the rest of the former one was read";
  return { type: "gap", at: from, pod, container, from, to, reason: "rotated", detail };
}
