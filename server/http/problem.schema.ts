import { z } from "zod";

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

/** The failure's kind, out of `type`. */
export const problemKind = (of: Pick<Problem, "type">): string => of.type.replace(/^\/problems\//, "");
