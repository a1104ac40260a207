import { z } from "zod";

/** Every kind of failure; each has a page. */
export const problemKinds = [
  "request-invalid",
  "not-signed-in",
  "origin-refused",
  "host-refused",
  "media-type-refused",
  "not-permitted",
  "not-found",
  "already-exists",
  "changed-meanwhile",
  "not-possible-now",
  "too-large",
  "kubernetes-rejected",
  "kubernetes-unreachable",
  "flink-rejected",
  "flink-unreachable",
  "timed-out",
  "unexpected",
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** What each failure of the API looks like: RFC 9457, media type `application/problem+json`. Switch on `type`. */
export const problem = z.looseObject({
  /** `/problems/<kind>`; the page of that address says more. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What happened, to what, and what to do next. */
  detail: z.string(),
  /** The request's id, by which the console's log knows it. */
  instance: z.string(),
  /** Each thing to correct, where `type` is `/problems/request-invalid` or `/problems/kubernetes-rejected`. */
  issues: z.array(z.object({ field: z.string().optional(), code: z.string(), detail: z.string() })).optional(),
});

export type Problem = z.infer<typeof problem>;

export const problemMediaType = "application/problem+json";
