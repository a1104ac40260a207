import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { ConsoleError, isFailure } from "../errors.ts";
import { gateOf } from "./rest-gate.ts";
import { refused } from "./translate.ts";

/** One request below the JobManager's root. The path is already encoded. */
export interface FlinkRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly timeoutMs?: number;
}

export interface FlinkAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The way to a Service. The Kubernetes door is one. */
export interface ServiceProxy {
  proxyService(
    namespace: string,
    service: string,
    port: string,
    request: FlinkRequest,
    signal?: AbortSignal,
  ): Promise<FlinkAnswer>;
}

export interface FlinkCluster {
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
}

interface JsonRequest<Answer extends z.ZodType> extends FlinkRequest {
  readonly answer: Answer;
  /** What is asked for, in words, for the failure: `job 0bba…`. */
  readonly what: string;
  readonly signal?: AbortSignal | undefined;
}

export const usualTimeoutMs = 10_000;
/** The largest answers are plans and metric names of jobs with thousands of vertices. */
const maxAnswerBytes = 16 * 1024 * 1024;
const retryAfterMs = 250;

/** Sends requests to one JobManager: bounded in number, time and size, with failures translated. */
export class FlinkRequests {
  readonly #proxy: ServiceProxy;
  readonly #cluster: FlinkCluster;

  constructor(proxy: ServiceProxy, cluster: FlinkCluster) {
    this.#proxy = proxy;
    this.#cluster = cluster;
  }

  /** Asks for JSON. A GET that met no JobManager is tried once more: a leader may just be changing. */
  async json<Answer extends z.ZodType>(request: JsonRequest<Answer>): Promise<z.output<Answer>> {
    const timeoutMs = request.timeoutMs ?? usualTimeoutMs;
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit;
    try {
      return await this.#once(request, signal);
    } catch (error) {
      if (request.method !== "GET" || !isFailure(error, "flink-unreachable") || signal.aborted) throw error;
      await sleep(retryAfterMs, undefined, { signal });
      return await this.#once(request, signal);
    }
  }

  /** Sends a request and gives the answer as it comes, whatever its status. Its body must be read or let go. */
  async raw(request: FlinkRequest, signal: AbortSignal): Promise<FlinkAnswer> {
    return await gateOf(this.#cluster).run(() => this.#send(request, signal), signal);
  }

  async #once<Answer extends z.ZodType>(request: JsonRequest<Answer>, signal: AbortSignal): Promise<z.output<Answer>> {
    try {
      return await gateOf(this.#cluster).run(() => this.#ask(request, signal), signal);
    } catch (error) {
      if (request.signal?.aborted) throw request.signal.reason;
      if (!signal.aborted) throw error;
      throw new ConsoleError(
        { kind: "timed-out", what: request.what, afterMs: request.timeoutMs ?? usualTimeoutMs },
        { cause: error },
      );
    }
  }

  async #ask<Answer extends z.ZodType>(request: JsonRequest<Answer>, signal: AbortSignal): Promise<z.output<Answer>> {
    const { clusterId } = this.#cluster;
    const sent = await this.#send(request, signal);
    const text = await readBounded(sent.body, request.what);
    const body = parseJson(text);
    if (sent.status >= 400) throw refused({ status: sent.status, body, clusterId, what: request.what });
    const parsed = request.answer.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new ConsoleError(
      { kind: "flink-rejected", detail: `The JobManager's answer to ${request.what} has an unknown form.` },
      { cause: parsed.error },
    );
  }

  async #send(request: FlinkRequest, signal: AbortSignal): Promise<FlinkAnswer> {
    const { namespace, clusterId } = this.#cluster;
    const { method, path, headers, body } = request;
    const timeoutMs = request.timeoutMs ?? usualTimeoutMs;
    const sent = { method, path, timeoutMs, ...(headers && { headers }), ...(body !== undefined && { body }) };
    try {
      return await this.#proxy.proxyService(namespace, `${clusterId}-rest`, "rest", sent, signal);
    } catch (error) {
      // The Service has nothing behind it, or what is behind it does not answer.
      if (!isFailure(error, "not-possible-now")) throw error;
      throw new ConsoleError({ kind: "flink-unreachable", clusterId }, { cause: error });
    }
  }
}

async function readBounded(body: AsyncIterable<Uint8Array>, what: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) {
      throw new ConsoleError({ kind: "too-large", what: `the JobManager's answer to ${what}`, limit: "16 MiB" });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
