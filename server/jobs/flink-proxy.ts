import type { Caller } from "../caller.ts";
import { env } from "../env.ts";
import { ConsoleError } from "../errors.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { flinkGetOperation } from "./flink-proxy.schema.ts";
import { allowedFlinkPath } from "./parts/allowed-path.ts";
import { expireCluster } from "./parts/seen.ts";

const maxQuery = 8_000;
const maxBodyBytes = 2 * 1024 * 1024;
const maxAnswerBytes = 64 * 1024 * 1024;
const usualTimeoutMs = 60_000;
const uploadTimeoutMs = 30 * 60_000;

/**
 * Passes one request on to a JobManager and its JSON back, both as streams.
 *
 * Only allowed paths and methods; of the headers only the body's media type goes on, so neither cookies nor credentials
 * reach a JobManager, and nothing but status and JSON comes back: a cluster can put no page and no script on the
 * console's origin. Redirects are not followed. Changes are audited. Source class: JobManager REST.
 */
export async function passToFlink(
  { context, namespace, clusterId }: RequestOf<typeof flinkGetOperation>,
  request: Request,
  caller: Caller,
): Promise<Response> {
  const cluster = { context, namespace, clusterId };
  const { method } = request;
  const { pathname, search } = new URL(request.url);
  const path = allowedFlinkPath(method, belowFlink(pathname));
  if (path === undefined || search.length > maxQuery) {
    throw new ConsoleError({ kind: "not-found", resource: `${method} of that path through the console` });
  }
  const pass = () => send(cluster, { method, path, search }, request, caller);
  if (method === "GET") return await pass();
  const entry = { action: "flink.request", ...cluster, subject: `${method} ${path}` };
  try {
    return await caller.audit.record(entry, pass);
  } finally {
    expireCluster({ caller, cluster });
  }
}

/** What stands after `/flink` in the request line, still encoded. The address before it has four segments of its own. */
function belowFlink(pathname: string): string {
  const match = /^\/api\/v1\/clusters\/[^/]+\/[^/]+\/[^/]+\/flink(\/.*)$/.exec(pathname);
  return match?.[1] ?? "";
}

interface Wanted {
  readonly method: string;
  readonly path: string;
  readonly search: string;
}

async function send(
  cluster: { readonly context: string; readonly namespace: string; readonly clusterId: string },
  { method, path, search }: Wanted,
  request: Request,
  caller: Caller,
): Promise<Response> {
  const uploads = path === "/jars/upload";
  const limit = uploads ? env.DREY_JAR_LIMIT_MIB * 1024 * 1024 : maxBodyBytes;
  const mediaType = request.headers.get("content-type");
  const body = request.body ? bounded(request.body, limit, "The request's body") : undefined;
  const timeoutMs = uploads ? uploadTimeoutMs : usualTimeoutMs;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
  const answer = await caller.flink(cluster).forward(
    {
      method: method as "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
      path: `${path}${search}`,
      headers: { accept: "application/json", ...(body && mediaType && { "content-type": mediaType }) },
      ...(body && { body }),
      timeoutMs,
    },
    signal,
  );
  const mediaTypeBack = answer.headers["content-type"] ?? "no media type";
  const redirects = answer.status >= 300 && answer.status < 400;
  if (redirects || !/^application\/json\b/i.test(mediaTypeBack)) {
    // What is not read must be let go, or its connection stays open.
    await answer.body[Symbol.asyncIterator]().return?.();
    throw notJson(redirects ? "a redirect" : mediaTypeBack);
  }
  const headers = { "content-type": "application/json; charset=UTF-8", "cache-control": "no-store, no-transform" };
  return new Response(streamOf(bounded(answer.body, maxAnswerBytes, "The answer")), { status: answer.status, headers });
}

const notJson = (what: string): ConsoleError =>
  new ConsoleError({
    kind: "flink-rejected",
    detail: `The JobManager answered ${what.slice(0, 100)}; only JSON is passed on.`,
  });

async function* bounded(chunks: AsyncIterable<Uint8Array>, limit: number, what: string): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw new ConsoleError({ kind: "too-large", what, limit: `${limit / (1024 * 1024)} MiB` });
    yield chunk;
  }
}

/** Pulled one chunk at a time: who stops reading stops the JobManager's answer. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
