import { ConsoleError, type Failure, type FailureKind } from "../errors.ts";
import { failureDetail } from "../failure-detail.ts";
import { type Problem, type ProblemKind, problemMediaType } from "./problem.schema.ts";

/** Status and title of each failure. A new kind does not compile until it stands here. */
const titles: Readonly<Record<FailureKind & ProblemKind, readonly [status: number, title: string]>> = {
  "request-invalid": [400, "Invalid request"],
  "not-signed-in": [401, "Not signed in"],
  "origin-refused": [403, "Origin refused"],
  "not-permitted": [403, "Not permitted"],
  "not-found": [404, "Not found"],
  "already-exists": [409, "Already exists"],
  "changed-meanwhile": [409, "Changed meanwhile"],
  "not-possible-now": [409, "Not possible now"],
  "too-large": [413, "Too large"],
  "media-type-refused": [415, "Media type refused"],
  "host-refused": [421, "Host refused"],
  "kubernetes-rejected": [422, "Rejected by Kubernetes"],
  unexpected: [500, "Unexpected failure"],
  "flink-rejected": [502, "Rejected by Flink"],
  "kubernetes-unreachable": [503, "Kubernetes unreachable"],
  "flink-unreachable": [503, "Flink unreachable"],
  "timed-out": [504, "Timed out"],
};

/** The HTTP status of a failure. */
export const statusOf = (failure: Failure): number => titles[failure.kind][0];

/** What may be told of anything that was thrown. What is not ours says nothing of itself. */
export const failureOf = (error: unknown): Failure =>
  error instanceof ConsoleError ? error.failure : { kind: "unexpected" };

/** The problem document of anything that was thrown. The failure's own members stand beside the standard ones. */
export function problemOf(error: unknown, requestId: string): Problem {
  const failure = failureOf(error);
  const { kind, ...members } = failure;
  const [status, title] = titles[kind];
  const own: Record<string, unknown> = members;
  return { ...own, type: `/problems/${kind}`, title, status, detail: failureDetail(failure), instance: requestId };
}

/** The answer to a request that failed. */
export function problemResponse(error: unknown, requestId: string): Response {
  const body = problemOf(error, requestId);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": problemMediaType, "cache-control": "no-store", "x-request-id": requestId },
  });
}
