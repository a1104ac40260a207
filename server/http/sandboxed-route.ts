import { randomUUID } from "node:crypto";
import { env } from "../env.ts";
import { ConsoleError } from "../errors.ts";
import type { Operation, RequestOf } from "../operation.schema.ts";
import { allowedHosts, refusalOf } from "./guard.ts";
import { logFailure, type RouteHandler } from "./guarded.ts";
import { problemResponse } from "./problem.ts";
import { type RouteContext, readRequest } from "./read-request.ts";

/** A subject's function that answers with somebody else's page. What it may see, the path's own token says. */
export type RunSandboxed<O extends Operation> = (parsed: RequestOf<O>, request: Request) => Promise<Response>;

const hosts = allowedHosts(env);

/**
 * Makes an operation a route handler for pages and scripts that are not ours.
 *
 * Whatever they are, the browser gives them an origin of their own that is nobody's (`sandbox` without
 * `allow-same-origin`): they have neither cookies nor storage, the console takes them for a foreign site and refuses all
 * they ask outside of this path, and the policy keeps them from asking anything else anywhere. Within the path their
 * requests come from the origin `null`, so answers carry CORS headers for it; a path must hold a secret for that reason.
 * Only GET and HEAD come here: Next answers 405 to what a route file does not export.
 */
export function sandboxedRoute<O extends Operation>(operation: O, run: RunSandboxed<O>): RouteHandler {
  const handler = async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    const response = await admitted(operation, request, context)
      .then((parsed) => run(parsed, request))
      .catch((error: unknown) => {
        logFailure(error, { requestId, operation: operation.id });
        return problemResponse(error, requestId);
      });
    for (const [name, value] of Object.entries(sandboxHeaders)) response.headers.set(name, value);
    response.headers.set("content-security-policy", sandboxPolicy(request));
    response.headers.set("x-request-id", requestId);
    return response;
  };
  return Object.assign(handler, { operation });
}

/** The Host check alone: who comes from a sandbox is a foreign site, and the token in the path says what is allowed. */
async function admitted<O extends Operation>(operation: O, request: Request, context: RouteContext) {
  const refusal = refusalOf({ method: "GET", headers: request.headers, wants: "page" }, hosts);
  if (refusal) throw new ConsoleError(refusal);
  return await readRequest(operation, request, context);
}

/** Below what address a page may load and ask: `host:port/api/v1/flink-ui/TOKEN/`. */
function ownPlace(request: Request): string {
  const host = request.headers.get("host") ?? "";
  const folder = /^\/api\/v1\/[\w-]+\/[\w-]+\//.exec(new URL(request.url).pathname)?.[0];
  const isOurs = hosts.has(host.toLowerCase().replace(/:\d+$/, ""));
  // A policy has no way to write an IPv6 address.
  return isOurs && /^[\w.-]+(:\d+)?$/.test(host) && folder !== undefined ? `${host}${folder}` : "'self'";
}

function sandboxPolicy(request: Request): string {
  const place = ownPlace(request);
  return [
    "sandbox allow-scripts",
    "default-src 'none'",
    `script-src ${place} 'unsafe-inline' 'unsafe-eval'`,
    `style-src ${place} 'unsafe-inline'`,
    `img-src ${place} data:`,
    `font-src ${place} data:`,
    `connect-src ${place}`,
    `base-uri ${place}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const sandboxHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "null",
  // Flink's UI asks «with credentials», and a browser then wants this word. None are read here: the token is all.
  "access-control-allow-credentials": "true",
  "cross-origin-resource-policy": "cross-origin",
  // A browser refuses a sandboxed page that asks for a group of its own.
  "cross-origin-opener-policy": "unsafe-none",
  "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
