import type { Caller } from "../caller.ts";
import { env } from "../env.ts";
import { ConsoleError } from "../errors.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { flinkGetOperation } from "./flink-proxy.schema.ts";
import { allowedFlinkPath } from "./parts/allowed-path.ts";
import { bounded, isRedirect, mediaTypeOf, refuse, streamOf } from "./parts/pass-on.ts";
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
  if (isRedirect(answer) || !/^application\/json\b/i.test(mediaTypeOf(answer))) throw await refuse(answer, "JSON");
  const headers = { "content-type": "application/json; charset=UTF-8", "cache-control": "no-store, no-transform" };
  return new Response(streamOf(bounded(answer.body, maxAnswerBytes, "The answer")), { status: answer.status, headers });
}
