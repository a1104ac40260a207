import { gzipSync } from "node:zlib";
import type { Caller } from "../caller.ts";
import type { Operation, RequestOf } from "../operation.schema.ts";
import { guarded, logFailure, type RouteHandler } from "./guarded.ts";
import type { CallerOf } from "./handle.ts";
import { problemOf } from "./problem.ts";
import { readRequest } from "./read-request.ts";
import { shutdown } from "./shutdown.ts";

export type Chunk = string | Uint8Array;

/** A subject's stream: text or bytes in the operation's `streams` format, as many records a chunk as it likes. */
export type RunStream<O extends Operation> = (
  request: RequestOf<O>,
  caller: Caller,
  signal: AbortSignal,
) => AsyncIterable<Chunk> | Promise<AsyncIterable<Chunk>>;

/** `streamRoute` with its outside as an argument, so that tests can give their own caller. */
export function handleStream<O extends Operation>(operation: O, run: RunStream<O>, callerOf: CallerOf): RouteHandler {
  const mediaType = operation.streams ?? "text/plain";
  const headers = {
    "content-type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    // no-transform also keeps compression away, which would cost a third of the throughput.
    "cache-control": "no-store, no-transform",
  };
  return guarded(operation, async ({ request, context, requestId }) => {
    const parsed = await readRequest(operation, request, context);
    if (request.method === "HEAD") return new Response(null, { headers });
    const ended = new AbortController();
    const signal = AbortSignal.any([request.signal, shutdown().signal, ended.signal]);
    const last = (error: unknown): Chunk => {
      logFailure(error, { requestId, operation: operation.id });
      return problemRecord(mediaType, problemOf(error, requestId));
    };
    try {
      const chunks = (await run(parsed, await callerOf(request), signal))[Symbol.asyncIterator]();
      const first = await untilAborted(chunks.next(), signal);
      return new Response(streamOf(chunks, first, { signal, end: () => ended.abort(), last }), { headers });
    } catch (error) {
      ended.abort();
      throw error;
    }
  });
}

type Result = IteratorResult<Chunk, unknown>;
const done: Result = { done: true, value: undefined };

interface Ending {
  readonly signal: AbortSignal;
  /** Tells the generator that nobody reads any more. */
  readonly end: () => void;
  /** The last record of a stream that failed. */
  readonly last: (error: unknown) => Chunk;
}

/** A pull-based stream of the chunks: the next one is asked for when the reader has taken the one before. */
function streamOf(chunks: AsyncIterator<Chunk>, first: Result, ending: Ending): ReadableStream<Uint8Array> {
  const { signal, end, last } = ending;
  let pending: Result | undefined = first;
  const finish = () => {
    end();
    // Not awaited: a generator that waits for something returns only when that has come.
    Promise.resolve(chunks.return?.()).catch(() => undefined);
  };
  /** A pull that enqueues nothing is not repeated, so empty chunks are passed over. */
  const nextBytes = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      const result = pending ?? (await untilAborted(chunks.next(), signal));
      pending = undefined;
      if (result.done === true) return undefined;
      if (result.value.length > 0) return bytesOf(result.value);
    }
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const bytes = await nextBytes();
          if (bytes !== undefined) return controller.enqueue(bytes);
        } catch (error) {
          controller.enqueue(bytesOf(last(error)));
        }
        finish();
        controller.close();
      },
      cancel: finish,
    },
    { highWaterMark: 0 },
  );
}

const encoder = new TextEncoder();
const bytesOf = (chunk: Chunk): Uint8Array => (typeof chunk === "string" ? encoder.encode(chunk) : chunk);

/** The iterator's next result, or its end as soon as the signal aborts, whether or not the generator heeds it. */
async function untilAborted(next: Promise<Result>, signal: AbortSignal): Promise<Result> {
  if (signal.aborted) {
    next.catch(() => undefined);
    return done;
  }
  const { promise, resolve } = Promise.withResolvers<Result>();
  const stop = () => resolve(done);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([next, promise]);
  } catch (error) {
    if (signal.aborted) return done;
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** A problem as the last record of a stream, in the stream's own format. */
function problemRecord(mediaType: NonNullable<Operation["streams"]>, problem: ReturnType<typeof problemOf>): Chunk {
  switch (mediaType) {
    case "application/x-ndjson":
      return `${JSON.stringify({ problem })}\n`;
    case "text/event-stream":
      return `event: problem\ndata: ${JSON.stringify(problem)}\n\n`;
    case "text/plain":
      return `\n[drey] ${problem.title}: ${problem.detail}\n`;
    case "application/gzip":
      return gzipSync(`\n[drey] ${problem.title}: ${problem.detail}\n`);
  }
}
