import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#server/env.ts";
import { ConsoleError } from "#server/errors.ts";
import { allowedHosts, refusalOf } from "#server/http/guard.ts";
import { problemResponse } from "#server/http/problem.ts";
import { dataPolicy, pagePolicy, securityHeaders } from "#server/http/security-headers.ts";

const hosts = allowedHosts(env);
const development = env.NODE_ENV === "development";

/** Stands before every page and file: who may ask at all, and what a browser may do with the answer. */
export function proxy(request: NextRequest): Response {
  const { method, headers } = request;
  const refusal = refusalOf({ method, headers, wants: "page" }, hosts);
  if (refusal) return withHeaders(problemResponse(new ConsoleError(refusal), randomUUID()), dataPolicy);
  const policy = pagePolicy(randomBytes(16).toString("base64"), development);
  const forwarded = new Headers(headers);
  // Next takes the nonce for its own scripts from here.
  forwarded.set("content-security-policy", policy);
  return withHeaders(NextResponse.next({ request: { headers: forwarded } }), policy);
}

/** The API guards itself, in `server/http/guarded.ts`: Next would hold each body that passes here in memory. */
export const config = { matcher: ["/((?!api/).*)"] };

function withHeaders(response: Response, policy: string): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  return response;
}
