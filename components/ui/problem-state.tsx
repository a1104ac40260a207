"use client";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { ConsoleProblem, problemOf } from "./console-problem.ts";
import { Note } from "./note.tsx";

interface ErrorStateProps {
  /** What did not happen: «The jobs could not be read.» */
  readonly fact: string;
  readonly error: unknown;
  /** What still holds: «Shown as last seen at 14:02:11.» */
  readonly stillHolds?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}

/**
 * What did not happen, why, what still holds, what to do. Stands above the last good data, never instead of it.
 */
export function ErrorState({ fact, error, stillHolds, onRetry }: ErrorStateProps) {
  const problem = problemOf(error);
  return (
    <Note role="alert" family="bad" fact={fact} actions={onRetry && <Button onClick={onRetry}>Try again</Button>}>
      {problem.detail ?? `${problem.title}.`}
      {problem.issues && problem.issues.length > 0 && (
        <ul className="mt-1 list-disc pl-4">
          {problem.issues.map((issue) => (
            <li key={`${issue.field ?? ""} ${issue.code} ${issue.detail}`}>
              {issue.field && <span className="mono">{issue.field}: </span>}
              {issue.detail}
            </li>
          ))}
        </ul>
      )}
      {stillHolds && <> {stillHolds}</>}
      {problem.instance && <span className="ml-2 text-ink-3">request {problem.instance.slice(0, 8)}</span>}
    </Note>
  );
}

/** True when Kubernetes refused for want of a right: show ForbiddenState instead of an error. */
export function isForbidden(error: unknown): error is ConsoleProblem {
  return error instanceof ConsoleProblem && error.kind === "not-permitted";
}
