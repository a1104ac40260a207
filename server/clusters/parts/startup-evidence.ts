import type { Caller, ClusterAddress } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import { mainContainerName } from "../../flink/resources/flink-pod.ts";
import type { LogTail } from "../startup.schema.ts";
import { type ClusterObjects, componentOf, type Pod, timeOf } from "./cluster-objects.ts";
import type { RestSeen } from "./observe-cluster.ts";
import { endedContainer } from "./startup-pod.ts";
import { jobManagerPods } from "./startup-trouble.ts";

/** A stack trace of Flink's Kubernetes client alone has a hundred lines. */
const tailLines = 160;
const mostBytes = 256 * 1024;
const mostLineLength = 600;
const readTimeoutMs = 5_000;
/** A JobManager that is up so long without an answer has something to tell. */
const quietMs = 12_000;

export type WantedLog = Omit<LogTail, "lines">;

/** Which container's log tells why something is not up; undefined while there is nothing to explain. */
export function logToRead(objects: ClusterObjects, rest: RestSeen, now: number): WantedLog | undefined {
  if (rest.kind === "answers") {
    const taskManagers = objects.pods.filter((pod) => componentOf(pod) === "taskmanager");
    return taskManagers.map(logOfEnded).find((wanted) => wanted !== undefined);
  }
  for (const pod of jobManagerPods(objects)) {
    const name = pod.metadata?.name ?? "";
    const ended = logOfEnded(pod);
    if (ended !== undefined) return ended;
    const main = pod.status?.containerStatuses?.find((status) => status.name === mainContainerName);
    const since = timeOf(main?.state?.running?.startedAt);
    if (since !== undefined && now - since > quietMs)
      return { pod: name, container: mainContainerName, previous: false };
  }
  return undefined;
}

function logOfEnded(pod: Pod): WantedLog | undefined {
  const ended = endedContainer(pod);
  if (ended === undefined) return undefined;
  // Until it has started again the log is that of the run which ended.
  const previous = ended.status.state?.terminated === undefined;
  return { pod: pod.metadata?.name ?? "", container: ended.status.name, previous };
}

/** The last lines of a container's log, without Kubernetes' times; undefined where there is none (any more). */
export async function readLogTail(
  { context, namespace }: ClusterAddress,
  wanted: WantedLog,
  caller: Caller,
): Promise<LogTail | undefined> {
  const options = { container: wanted.container, previous: wanted.previous, tailLines };
  try {
    const signal = AbortSignal.timeout(readTimeoutMs);
    const chunks = await caller.kubernetes(context).podLog(namespace, wanted.pod, options, signal);
    const text = await boundedText(chunks);
    const lines = text.split("\n").map((line) => line.slice(line.indexOf(" ") + 1).slice(0, mostLineLength));
    if (lines.at(-1) === "") lines.pop();
    return { ...wanted, lines };
  } catch (error) {
    if (isFailure(error, "not-permitted")) throw error;
    // The container never ran, is gone by now, or its node does not answer: the states tell the rest.
    return undefined;
  }
}

/** The end of what comes: a log may have very long lines. */
async function boundedText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunks) text = (text + decoder.decode(chunk, { stream: true })).slice(-mostBytes);
  return text;
}
