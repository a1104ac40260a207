import { z } from "zod";

const issue = z.object({ field: z.string().optional(), code: z.string(), detail: z.string() });

/** RFC 9457 problem details as the API sends them; which members are set depends on `type`. */
export const problemDetails = z.object({
  /** `/problems/<kind>`. Programs switch on this, never on text. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  /** The request's id: the server's log has more under it. */
  instance: z.string().optional(),
  issues: z.array(issue).optional(),
  verb: z.string().optional(),
  resource: z.string().optional(),
  namespace: z.string().optional(),
  context: z.string().optional(),
  clusterId: z.string().optional(),
});

export type ProblemDetails = z.output<typeof problemDetails>;
export type ProblemIssue = z.output<typeof issue>;

/** A call that did not do what was asked, with what the API says about it. */
export class ConsoleProblem extends Error {
  override readonly name = "ConsoleProblem";
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
  }

  /** The last part of `type`, such as `not-permitted`; `console-unreachable` when there was no answer. */
  get kind(): string {
    return this.problem.type.split("/").at(-1) ?? "unexpected";
  }
}

/** What an error says, whatever was thrown. */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof ConsoleProblem) return error.problem;
  return {
    type: "/problems/unexpected",
    title: "This page failed",
    status: 0,
    detail: error instanceof Error ? error.message : "Something that is not an error was thrown.",
  };
}

/** The sentence for one field: the first issue whose `field` is one of those given. */
export function issueOf(error: unknown, ...fields: readonly string[]): string | undefined {
  if (!(error instanceof ConsoleProblem)) return undefined;
  return error.problem.issues?.find((candidate) => candidate.field !== undefined && fields.includes(candidate.field))
    ?.detail;
}
