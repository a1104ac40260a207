import type { z } from "zod";
import { type StreamItem, streamItem, streamLogsOperation } from "#server/logs/schema.ts";
import { consoleUrl } from "../client/call-console.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { ConsoleProblem, problemDetails } from "../ui/console-problem.ts";

export type StreamBody = z.input<(typeof streamLogsOperation)["body"]>;

/** Work of one slice between two moments in which the browser may paint, in milliseconds. */
const sliceMs = 8;

/**
 * Opens one stream of records and hands its items over, many at a time. Reading waits while they are handled, so a slow
 * page slows its stream, which the server then thins.
 *
 * Resolves when the stream has ended; throws ConsoleProblem when it was refused or broke off with a problem.
 */
export async function readLogStream(
  cluster: ClusterPlace,
  body: StreamBody,
  onItems: (items: readonly StreamItem[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(consoleUrl(streamLogsOperation, cluster), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/x-ndjson" },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok || response.body === null) throw await refusal(response);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunksOf(response.body)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    await handle(text.slice(0, end), onItems);
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.releaseLock();
  }
}

/** Parses whole lines in slices, so that no long history makes the page stall. */
async function handle(text: string, onItems: (items: readonly StreamItem[]) => void): Promise<void> {
  let at = 0;
  while (at < text.length) {
    const started = performance.now();
    const items: StreamItem[] = [];
    while (at < text.length && performance.now() - started < sliceMs) {
      const end = text.indexOf("\n", at);
      items.push(parseItem(text.slice(at, end)));
      at = end + 1;
    }
    onItems(items);
    if (at < text.length) await new Promise((resolve) => setTimeout(resolve));
  }
}

function parseItem(line: string): StreamItem {
  const value: unknown = JSON.parse(line);
  const item = streamItem.safeParse(value);
  if (item.success) return item.data;
  const problem = typeof value === "object" && value !== null && "problem" in value ? value.problem : undefined;
  throw problemFrom(problem, "A record that this page does not know");
}

async function refusal(response: Response): Promise<ConsoleProblem> {
  return problemFrom(await response.json().catch(() => undefined), `Answered ${response.status} without saying why`);
}

function problemFrom(value: unknown, title: string): ConsoleProblem {
  const parsed = problemDetails.safeParse(value);
  return new ConsoleProblem(parsed.success ? parsed.data : { type: "/problems/unexpected", title, status: 0 });
}
