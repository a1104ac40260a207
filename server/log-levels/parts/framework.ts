import type { Caller, ClusterAddress } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import { processWide } from "../../process-wide.ts";
import { mainContainer, type Pod } from "./kubernetes-objects.ts";
import type { Syntax } from "./logging-syntax.ts";

const known = processWide("log-levels.frameworks", () => new Map<string, Syntax>());
const mostImages = 500;

// FLINK_HOME is set by Flink's own images; the second folder is for those that lack it.
const listLibraries = ["bash", "-c", 'ls "$FLINK_HOME/lib" /opt/flink/lib; exit 0'];

const imageOf = (pod: Pod) =>
  pod.status?.containerStatuses?.find(({ name }) => name === mainContainer)?.imageID ?? undefined;

/**
 * Which framework logs in these pods, by the jars in Flink's `lib`. log4j 2 where that can't be seen: it is what Flink
 * ships. An image is looked into once.
 */
export async function frameworkOf(
  pods: readonly Pod[],
  { context, namespace }: ClusterAddress,
  caller: Caller,
): Promise<Syntax> {
  const pod = pods[0];
  const image = pod && imageOf(pod);
  if (pod?.metadata?.name === undefined || !image) return "log4j2";
  const before = known.get(image);
  if (before) return before;
  try {
    const { exitCode, stdout } = await caller
      .kubernetes(context)
      .exec(namespace, pod.metadata.name, mainContainer, listLibraries);
    if (exitCode !== 0) return "log4j2";
    const syntax = /^logback-classic/m.test(stdout) && !/^log4j-slf4j/m.test(stdout) ? "logback" : "log4j2";
    if (known.size >= mostImages) known.clear();
    known.set(image, syntax);
    return syntax;
  } catch (error) {
    if (error instanceof ConsoleError) return "log4j2";
    throw error;
  }
}
