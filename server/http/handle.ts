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

/** A route handler that knows which operation it is, so that a test can hold its file's place against it. */
export interface RouteHandler {
  (request: Request, context: RouteContext): Promise<Response>;
  readonly operation: Operation;
}

export type CallerOf = (request: Request) => Promise<Caller>;

/** `route` with its outside as an argument, so that tests can give their own caller. */
export function handle<O extends Operation>(operation: O, run: Run<O>, callerOf: CallerOf): RouteHandler {
  const handler = async (request: Request, context: RouteContext): Promise<Response> => {
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
  return Object.assign(handler, { operation });
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
