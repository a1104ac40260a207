import type { RenderIssue } from "./resources/rendering.ts";

/** Ends one part of the rendering, such as the memory of the JobManager, because of something to correct. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** Undefined where the reason was reported already. */
  readonly issue: RenderIssue | undefined;

  constructor(issue?: RenderIssue) {
    super(issue?.detail ?? "reported already");
    this.issue = issue;
  }
}

/** Gathers everything that is wrong with a spec, so that a person sees all of it at once. */
export class IssueCollector {
  readonly #issues: RenderIssue[] = [];

  /** The same thing said twice is one issue: several parts may read the same option. */
  readonly report = (issue: RenderIssue): void => {
    const known = this.#issues.some((other) => other.field === issue.field && other.detail === issue.detail);
    if (!known) this.#issues.push(issue);
  };

  get issues(): readonly RenderIssue[] {
    return this.#issues;
  }

  /** Runs one part. A refusal in it is reported, and the other parts go on. */
  attempt<T>(part: () => T): T | undefined {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.issue) this.report(error.issue);
      return undefined;
    }
  }
}
