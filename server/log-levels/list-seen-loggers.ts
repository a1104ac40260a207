import type { Caller, ClusterAddress } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { consolePattern } from "../flink/log-records/console-pattern.ts";
import { splitTimestamp } from "../flink/log-records/line-cursor.ts";
import { LineFramer } from "../flink/log-records/line-framer.ts";
import { lineParser } from "../flink/log-records/line-parser.ts";
import type { LineParser } from "../flink/log-records/parsed-line.ts";
import type { AnswerOf } from "../operation.schema.ts";
import { readClusterLogging } from "./parts/cluster-logging.ts";
import { inParallel } from "./parts/in-parallel.ts";
import { mainContainer } from "./parts/kubernetes-objects.ts";
import type { listSeenLoggersOperation } from "./schema.ts";

const mostPods = 10;
const linesOfPod = 2_000;
const mostBytes = 1024 * 1024;
const mostLoggers = 500;
const timeoutMs = 5_000;

/** Which loggers stand in the last lines of the cluster's pods, the most frequent first: to pick one instead of knowing it. */
export async function listSeenLoggers(
  address: ClusterAddress,
  caller: Caller,
): Promise<AnswerOf<typeof listSeenLoggersOperation>> {
  const { name, text, pods } = await readClusterLogging(address, caller);
  const parse = lineParser(consolePattern(name, text));
  const counts = new Map<string, number>();
  const lines = await inParallel(pods.slice(0, mostPods), (pod) =>
    countPod(pod.metadata?.name ?? "", address, caller, parse, counts),
  );
  const loggers = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, mostLoggers);
  return {
    loggers: loggers.map(([logger, count]) => ({ logger, lines: count })),
    lines: lines.reduce((sum, count) => sum + count, 0),
    pods: lines.length,
  };
}

async function countPod(
  pod: string,
  { context, namespace }: ClusterAddress,
  caller: Caller,
  parse: LineParser,
  counts: Map<string, number>,
): Promise<number> {
  let lines = 0;
  const framer = new LineFramer((line) => {
    lines++;
    const logger = parse(splitTimestamp(line)?.text ?? "")?.logger;
    if (logger !== undefined) counts.set(logger, (counts.get(logger) ?? 0) + 1);
  });
  const options = { container: mainContainer, tailLines: linesOfPod, limitBytes: mostBytes };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    for await (const bytes of await caller.kubernetes(context).podLog(namespace, pod, options, signal))
      framer.push(bytes);
  } catch (error) {
    if (!(error instanceof ConsoleError) && !signal.aborted) throw error;
  }
  framer.end();
  return lines;
}
