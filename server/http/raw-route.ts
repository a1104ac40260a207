import { callerOf } from "../access/caller.ts";
import type { Caller } from "../caller.ts";
import type { AnswerOf, Operation, RequestOf } from "../operation.schema.ts";
import { guarded, type RouteHandler } from "./guarded.ts";
import { answerResponse, type CallerOf } from "./handle.ts";
import { readRequest } from "./read-request.ts";

/** A subject's function that reads the request's body itself and makes the whole response. */
export type RunRaw<O extends Operation> = (parsed: RequestOf<O>, request: Request, caller: Caller) => Promise<Response>;

/** A subject's function that takes a file: its bytes as they come, to be bounded by the function itself. */
export type RunUpload<O extends Operation> = (
  request: RequestOf<O>,
  bytes: AsyncIterable<Uint8Array>,
  caller: Caller,
  signal: AbortSignal,
) => Promise<AnswerOf<O>>;

/** Makes an operation a route handler whose body is not JSON. Path and query are parsed, the body is left alone. */
export const rawRoute = <O extends Operation>(operation: O, run: RunRaw<O>): RouteHandler =>
  handleRaw(operation, run, callerOf);

/** Makes an operation with `takes` a route handler that passes the file's bytes on as they come. */
export const uploadRoute = <O extends Operation>(operation: O, run: RunUpload<O>): RouteHandler =>
  rawRoute(operation, async (parsed, request, caller) =>
    answerResponse(operation, await run(parsed, request.body ?? nothing(), caller, request.signal)),
  );

/** `rawRoute` with its outside as an argument, so that tests can give their own caller. */
export const handleRaw = <O extends Operation>(operation: O, run: RunRaw<O>, callerOf: CallerOf): RouteHandler =>
  guarded(operation, async ({ request, context }) => {
    // As a GET: its body is nothing to parse.
    const parsed = await readRequest({ ...operation, method: "GET" }, request, context);
    return run(parsed as RequestOf<O>, request, await callerOf(request));
  });

async function* nothing(): AsyncGenerator<Uint8Array> {}
