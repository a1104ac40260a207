import { callerOf } from "../access/caller.ts";
import type { Operation } from "../operation.schema.ts";
import type { RouteHandler } from "./guarded.ts";
import { handleStream, type RunStream } from "./handle-stream.ts";

/**
 * Makes an operation with `streams` and a subject's generator a route handler that sends each chunk as it comes.
 *
 * The stream opens with the first chunk: what fails before it is an ordinary problem. A stream that may stay quiet
 * yields `""` first, once all that may be refused has been checked. What fails later arrives as a last record:
 * `{"problem": …}` in `application/x-ndjson`, an event `problem` in `text/event-stream`, a line in `text/plain`.
 *
 * Chunks are pulled one at a time, so a reader that stops reading stops the generator. Put many lines into one chunk:
 * one line a chunk is five times slower. `signal` aborts when the client goes or the console shuts down.
 */
export const streamRoute = <O extends Operation>(operation: O, run: RunStream<O>): RouteHandler =>
  handleStream(operation, run, callerOf);
