import { setTimeout as sleep } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { ConsoleError, isFailure } from "../errors.ts";
import type { KubernetesConnection, WireRequest } from "./connection.ts";
import { type Asked, errorOfStatus, parseStatus } from "./status.ts";

/** A request of which the whole answer is one JSON document. */
export interface JsonRequest extends Pick<WireRequest, "method" | "path" | "query" | "signal"> {
  readonly asked: Asked;
  readonly body?: object;
  readonly contentType?: string;
  /** Another form of the answer, such as metadata alone. */
  readonly accept?: string;
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 30_000;
/** Kubernetes itself stops at 3 MiB for one object; a list of 500 pods is a few MiB. */
const answerLimit = 64 * 1024 * 1024;
const tries = 3;
const longestPauseMs = 5_000;

/**
 * Sends JSON and answers JSON; everything but 2xx is thrown as the failure it means.
 *
 * A 429 was not carried out by the API server, so it is tried again after the pause that the server names. A reading
 * request whose connection was dropped is tried once more: the pooled connection may have been closed while idle.
 */
export async function sendJson(connection: KubernetesConnection, request: JsonRequest): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptJson(connection, request, attempt);
    if (outcome.kind === "answer") return outcome.value;
    if (outcome.pauseMs > 0) await sleep(outcome.pauseMs, undefined, { signal: request.signal });
  }
}

type Outcome = { kind: "answer"; value: unknown } | { kind: "again"; pauseMs: number };

async function attemptJson(connection: KubernetesConnection, request: JsonRequest, attempt: number): Promise<Outcome> {
  const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
  try {
    const response = await connection.send({
      method: request.method,
      path: request.path,
      ...(request.query && { query: request.query }),
      headers: headersOf(request),
      ...(request.body && { body: JSON.stringify(request.body) }),
      signal: request.signal,
      headersTimeoutMs: timeoutMs,
      bodyTimeoutMs: timeoutMs,
    });
    const text = await readText(response, request.asked);
    if (response.statusCode === 429 && attempt < tries) return { kind: "again", pauseMs: pauseOf(response) };
    if (response.statusCode >= 300) throw errorOfStatus(response.statusCode, parseStatus(text), request.asked);
    return { kind: "answer", value: text === "" ? undefined : parseJson(text, request.asked) };
  } catch (thrown) {
    const error = connection.failure(thrown, request.signal);
    const again = request.method === "GET" && attempt === 1 && wasDropped(error);
    if (again) return { kind: "again", pauseMs: 0 };
    throw error;
  }
}

const headersOf = ({ accept, body, contentType = "application/json" }: JsonRequest) => ({
  ...(accept !== undefined && { accept }),
  ...(body !== undefined && { "content-type": contentType }),
});

/** The whole body as text; throws `too-large` past the limit. */
export async function readText(response: Dispatcher.ResponseData, asked: Asked, limit = answerLimit): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) {
      response.body.destroy();
      throw new ConsoleError({ kind: "too-large", what: asked.resource, limit: `${limit} bytes` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string, asked: Asked): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A proxy's login page, for example: not an API server.
    throw new ConsoleError({ kind: "kubernetes-unreachable", context: asked.context }, { cause });
  }
}

function pauseOf(response: Dispatcher.ResponseData): number {
  const seconds = Number(response.headers["retry-after"]);
  return Math.min(Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000, longestPauseMs);
}

/** True for a connection that ended under a request: by the socket's error code, set by Node or undici. */
function wasDropped(error: unknown): boolean {
  if (!isFailure(error, "kubernetes-unreachable")) return false;
  const cause = error.cause;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE";
}
