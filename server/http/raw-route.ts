import { randomUUID } from "node:crypto";
import { callerOf } from "../access/caller.ts";
import type { Caller } from "../caller.ts";
import { env } from "../env.ts";
import { ConsoleError } from "../errors.ts";
import type { AnswerOf, Operation, RequestOf } from "../operation.schema.ts";
import { allowedHosts, refusalOf } from "./guard.ts";
import { type CallerOf, logFailure, type RouteHandler } from "./handle.ts";
import { problemResponse } from "./problem.ts";
import { type RouteContext, readRequest } from "./read-request.ts";
import { dataPolicy, securityHeaders } from "./security-headers.ts";

/** A subject's function that reads the request's body itself and makes the whole response. */
export type RunRaw<O extends Operation> = (parsed: RequestOf<O>, request: Request, caller: Caller) => Promise<Response>;

/** A subject's function that takes a file: its bytes as they come, to be bounded by the function itself. */
export type RunUpload<O extends Operation> = (
  request: RequestOf<O>,
  bytes: AsyncIterable<Uint8Array>,
  caller: Caller,
  signal: AbortSignal,
) => Promise<AnswerOf<O>>;

/**
 * Makes an operation a route handler whose body is not JSON. Path and query are parsed, the body is left alone.
 *
 * Such a route is left out of `proxy.ts`, because Next holds in memory, and cuts at 10 MiB, each body that passes there.
 * So what stands before every other request stands here: who may ask, and the security headers.
 */
export const rawRoute = <O extends Operation>(operation: O, run: RunRaw<O>): RouteHandler =>
  handleRaw(operation, run, callerOf);

/** Makes an operation with `takes` a route handler that passes the file's bytes on as they come. */
export const uploadRoute = <O extends Operation>(operation: O, run: RunUpload<O>): RouteHandler =>
  rawRoute(operation, async (parsed, request, caller) => {
    const answer = await run(parsed, request.body ?? nothing(), caller, request.signal);
    const headers = { "cache-control": "no-store" };
    return Response.json(operation.answer.parse(answer), { status: operation.status, headers });
  });

/** `rawRoute` with its outside as an argument, so that tests can give their own caller. */
export function handleRaw<O extends Operation>(operation: O, run: RunRaw<O>, callerOf: CallerOf): RouteHandler {
  const hosts = allowedHosts(env);
  const handler = async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    try {
      const { method, headers } = request;
      const refusal = refusalOf({ method, path: new URL(request.url).pathname, headers }, hosts);
      if (refusal) throw new ConsoleError(refusal);
      // As a GET: its body is nothing to parse.
      const parsed = await readRequest({ ...operation, method: "GET" }, request, context);
      return guarded(await run(parsed as RequestOf<O>, request, await callerOf(request)), requestId);
    } catch (error) {
      logFailure(error, { requestId, operation: operation.id });
      return guarded(problemResponse(error, requestId), requestId);
    }
  };
  return Object.assign(handler, { operation });
}

function guarded(response: Response, requestId: string): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set("content-security-policy", dataPolicy);
  response.headers.set("x-request-id", requestId);
  return response;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
