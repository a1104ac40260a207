import type { z } from "zod";
import type { Caller } from "../caller.ts";
import type { Operation, RequestOf } from "../operation.schema.ts";
import { guarded, type RouteHandler } from "./guarded.ts";
import { readRequest } from "./read-request.ts";

/** A subject's function: the parsed request, who asks, and a signal that fires when the client has gone. */
export type Run<O extends Operation> = (
  request: RequestOf<O>,
  caller: Caller,
  signal: AbortSignal,
) => Promise<z.input<O["answer"]>>;

export type CallerOf = (request: Request) => Promise<Caller>;

/** `route` with its outside as an argument, so that tests can give their own caller. */
export function handle<O extends Operation>(operation: O, run: Run<O>, callerOf: CallerOf): RouteHandler {
  return guarded(operation, async ({ request, context }) => {
    const parsed = await readRequest(operation, request, context);
    return answerResponse(operation, await run(parsed, await callerOf(request), request.signal));
  });
}

/** Only what the answer's schema names leaves the server, whatever the function returned. */
export function answerResponse(operation: Operation, answer: unknown): Response {
  const headers = { "cache-control": "no-store" };
  if (operation.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(operation.answer.parse(answer), { status: operation.status, headers });
}
