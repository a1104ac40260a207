import type { Caller } from "../caller.ts";
import { millisecondsOf } from "../flink/log-records/line-cursor.ts";
import { lineParser } from "../flink/log-records/line-parser.ts";
import type { RequestOf } from "../operation.schema.ts";
import { checkMayReadLogs, readPods } from "./parts/check-access.ts";
import { ClusterFollower } from "./parts/cluster-follower.ts";
import type { KubernetesDoor } from "./parts/container-target.ts";
import { type KeptClusterLogs, keptOfCluster } from "./parts/kept/kept-store.ts";
import { readLogPattern } from "./parts/log-pattern.ts";
import { LogView } from "./parts/log-view.ts";
import { ndjsonFormat, type ViewFormat } from "./parts/record-encoder.ts";
import { recordFilter } from "./parts/record-filter.ts";
import { sinceTimestamp } from "./parts/since.ts";
import { type MergeTimes, usualMergeTimes } from "./parts/view-lanes.ts";
import { mainContainer, type streamLogsOperation } from "./schema.ts";
import { keptLogsRoot, processRecorder } from "./start-recorder.ts";

type Request = RequestOf<typeof streamLogsOperation>;

/** How a stream is made, besides what is asked for. Tests have their own. */
export interface StreamSetting {
  readonly times?: MergeTimes;
  readonly keptRoot?: string;
  readonly format?: ViewFormat;
}

/**
 * Streams the records of a cluster's pods in order of time: what was kept and what is there first, then as they come.
 *
 * Throws `request-invalid` for a wrong expression, `not-permitted` when pods or their logs may not be read, and
 * `not-found` when there is neither a pod, nor a Deployment, nor a kept log of that cluster.
 */
export async function* streamLogs(
  request: Request,
  caller: Caller,
  signal: AbortSignal,
  { times = usualMergeTimes, keptRoot = keptLogsRoot(), format = ndjsonFormat }: StreamSetting = {},
): AsyncGenerator<string> {
  const { context, namespace, clusterId } = request;
  const filter = recordFilter(request);
  const door = caller.kubernetes(context);
  await checkMayReadLogs(door, namespace);
  const kept = await keptOfCluster(keptRoot, request);
  await checkIsThere(door, namespace, clusterId, kept);
  processRecorder()?.watch(context);
  yield "";
  const since = request.since && sinceTimestamp(request.since, new Date());
  const follow = request.follow && request.until === undefined;
  const countedSpan = request.counts ? spanSince(since) : undefined;
  const view = new LogView({ ...request, follow, filter, tail: request.tail, countedSpan, times, format });
  const closed = new AbortController();
  const open = AbortSignal.any([signal, closed.signal]);
  const parse = lineParser((await readLogPattern(door, namespace, clusterId)) ?? kept?.meta.pattern);
  // Without a range or a filter, the newest records are among the newest lines.
  const readsAll = since !== undefined || filter !== undefined || request.counts;
  const selection = {
    ...request,
    wantsPod: podFilter(request),
    since,
    until: request.until && sinceTimestamp(request.until, new Date()),
    follow,
    tailLines: readsAll ? undefined : request.tail,
    after: new Map(request.after?.map((cursor) => [`${cursor.pod}/${cursor.container ?? mainContainer}`, cursor])),
  };
  try {
    new ClusterFollower({ door, parse, kept }, selection, view, open).start();
    yield* view.chunks(open);
  } finally {
    closed.abort();
  }
}

function podFilter({ pods, withoutPods }: Request): (pod: string) => boolean {
  const wanted = pods && new Set(pods);
  const unwanted = new Set(withoutPods);
  return (pod) => (wanted === undefined || wanted.has(pod)) && !unwanted.has(pod);
}

/** Ten seconds for the last two hours, minutes for more. */
function spanSince(since: string | undefined): number {
  return since !== undefined && Date.now() - millisecondsOf(since) <= 7_200_000 ? 18 : 16;
}

async function checkIsThere(
  door: KubernetesDoor,
  namespace: string,
  clusterId: string,
  kept: KeptClusterLogs | undefined,
): Promise<void> {
  const pods = await readPods(door, namespace, clusterId);
  // A cluster that is just being created has no pod yet.
  if (pods.length === 0 && (kept?.logs.length ?? 0) === 0) await door.read("Deployment", namespace, clusterId);
}
