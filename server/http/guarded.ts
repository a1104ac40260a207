import { randomUUID } from "node:crypto";
import { env } from "../env.ts";
import { ConsoleError } from "../errors.ts";
import { log } from "../log.ts";
import type { Operation } from "../operation.schema.ts";
import { allowedHosts, refusalOf } from "./guard.ts";
import { failureOf, problemResponse, statusOf } from "./problem.ts";
import type { RouteContext } from "./read-request.ts";
import { dataPolicy, securityHeaders } from "./security-headers.ts";

/** A route handler that knows which operation it is, so that a test can hold its file's place against it. */
export interface RouteHandler {
  (request: Request, context: RouteContext): Promise<Response>;
  readonly operation: Operation;
}

/** A request that may ask, and the id under which its failure is logged and told. */
export interface Admitted {
  readonly request: Request;
  readonly context: RouteContext;
  readonly requestId: string;
}

const hosts = allowedHosts(env);

/**
 * What stands around every answer of the API: who may ask at all, the request's id, failures as problems, and the
 * security headers. Every route is made by it, whatever its body.
 *
 * It is here and not in `proxy.ts`, because Next holds each body that passes there in memory and cuts it at 10 MiB.
 */
export function guarded(operation: Operation, answer: (admitted: Admitted) => Promise<Response>): RouteHandler {
  const handler = async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    const response = await admit(request)
      .then(() => answer({ request, context, requestId }))
      .catch((error: unknown) => {
        logFailure(error, { requestId, operation: operation.id });
        return problemResponse(error, requestId);
      });
    for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
    response.headers.set("content-security-policy", dataPolicy);
    response.headers.set("x-request-id", requestId);
    return response;
  };
  return Object.assign(handler, { operation });
}

async function admit({ method, headers }: Request): Promise<void> {
  const refusal = refusalOf({ method, headers, wants: "data" }, hosts);
  if (refusal) throw new ConsoleError(refusal);
}

/** Logs a failure with its cause: the console's own as an error, the outside's as a warning, else as information. */
export function logFailure(error: unknown, about: { requestId: string; operation: string }): void {
  const failure = failureOf(error);
  const level = failure.kind === "unexpected" ? "error" : statusOf(failure) >= 500 ? "warn" : "info";
  log[level]({ ...about, kind: failure.kind, err: error }, "request failed");
}
