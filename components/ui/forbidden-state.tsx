"use client";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import type { ConsoleProblem } from "./console-problem.ts";
import { CopyButton } from "./copy-button.tsx";
import { BlankPage } from "./empty-state.tsx";
import { Icon } from "./icon.tsx";

interface ForbiddenStateProps {
  /** «You may not see clusters in fraud». */
  readonly title: string;
  readonly problem: ConsoleProblem;
  /** The Role that would give the right, as YAML. */
  readonly role: string;
  readonly roleFile: string;
  readonly onRetry?: () => void;
  /** The way back. */
  readonly children?: ReactNode;
}

/** Who refused, which right is missing, the Role to ask for. */
export function ForbiddenState({ title, problem, role, roleFile, onRetry, children }: ForbiddenStateProps) {
  const { verb, resource, namespace, instance } = problem.problem;
  return (
    <BlankPage
      mark={<Icon name="lock" size={32} className="text-ink-2" />}
      title={title}
      lead={
        <>
          Kubernetes refused, not Drey. Missing is the right to {verb ?? "see"}{" "}
          <span className="mono">{resource ?? "this"}</span>
          {namespace && <> in namespace {namespace}</>}.
        </>
      }
    >
      <h2 className="mb-2">Ask for this Role</h2>
      <YamlSheet name={roleFile} text={role} />
      <div className="mt-4 flex items-center gap-2">
        {children}
        {onRetry && (
          <Button big kind="ghost" onClick={onRetry}>
            Try again
          </Button>
        )}
        <span className="flex-1" />
        <span className="num text-12 text-ink-3">403{instance && `, request ${instance.slice(0, 8)}`}</span>
      </div>
    </BlankPage>
  );
}

/** The lines of a text with their numbers, from 1. */
function numberedLines(text: string) {
  return text
    .trimEnd()
    .split("\n")
    .map((line, index) => ({ number: index + 1, text: line }));
}

/** A file to copy: its name, its lines with numbers. */
export function YamlSheet({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className="rounded-3 border border-line bg-surface">
      <div className="flex h-10 items-center border-b border-line pr-1.5 pl-4">
        <span className="mono text-ink-2">{name}</span>
        <span className="flex-1" />
        <CopyButton text={text} label="Copy" withWord />
      </div>
      <ol className="py-2">
        {numberedLines(text).map((line) => (
          <li key={line.number} className="mono grid grid-cols-[44px_minmax(0,1fr)] whitespace-pre">
            <span aria-hidden="true" className="pr-3 text-right text-ink-3 select-none">
              {line.number}
            </span>
            <span className="overflow-hidden text-ellipsis">{line.text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
