import type { Caller, ClusterAddress } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import { failureDetail } from "../../failure-detail.ts";
import type { EvidenceSearch } from "./find-evidence.ts";
import { mainContainer } from "./kubernetes-objects.ts";

const mostBytes = 4 * 1024 * 1024;
const timeoutMs = 10_000;

/** Feeds a pod's log since a time to a search, until all is found or what there is has been read. A reason if it can't. */
export async function searchLog(
  pod: string,
  since: string,
  search: EvidenceSearch,
  { context, namespace }: ClusterAddress,
  caller: Caller,
): Promise<string | undefined> {
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const options = { container: mainContainer, sinceTime: since, limitBytes: mostBytes };
    for await (const bytes of await caller.kubernetes(context).podLog(namespace, pod, options, signal)) {
      search.push(bytes);
      if (search.isOver) return undefined;
    }
    search.end();
    return undefined;
  } catch (error) {
    if (error instanceof ConsoleError) return failureDetail(error.failure);
    if (signal.aborted) return "The pod's log could not be read within 10 s.";
    throw error;
  } finally {
    ended.abort();
  }
}
