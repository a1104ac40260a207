import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Caller } from "../caller.ts";
import { log } from "../log.ts";
import type { Operation, RequestOf } from "../operation.schema.ts";
import { failureOf, problemResponse, statusOf } from "./problem.ts";
import { type RouteContext, readRequest } from "./read-request.ts";

/** A subject's function: the parsed request, who asks, and a signal that fires when the client has gone. */
export type Run<O extends Operation> = (
  request: RequestOf<O>,
  caller: Caller,
  signal: AbortSignal,
) => Promise<z.input<O["answer"]>>;

export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

export type CallerOf = (request: Request) => Promise<Caller>;

/** `route` with its outside as an argument, so that tests can give their own caller. */
export function handle<O extends Operation>(operation: O, run: Run<O>, callerOf: CallerOf): RouteHandler {
  return async (request, context) => {
    const requestId = randomUUID();
    try {
      const parsed = await readRequest(operation, request, context);
      const answer = await run(parsed, await callerOf(request), request.signal);
      return answerResponse(operation, answer, requestId);
    } catch (error) {
      logFailure(error, { requestId, operation: operation.id });
      return problemResponse(error, requestId);
    }
  };
}

/** Only what the answer's schema names leaves the server, whatever the function returned. */
function answerResponse(operation: Operation, answer: unknown, requestId: string): Response {
  const headers = { "cache-control": "no-store", "x-request-id": requestId };
  if (operation.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(operation.answer.parse(answer), { status: operation.status, headers });
}

/** Logs a failure with its cause: as an error where it is the console's or the outside's, else as information. */
export function logFailure(error: unknown, about: { requestId: string; operation: string }): void {
  const failure = failureOf(error);
  const level = statusOf(failure) >= 500 ? "error" : "info";
  log[level]({ ...about, kind: failure.kind, err: error }, "request failed");
}
