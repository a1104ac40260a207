"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { type JobPlace, jobHref } from "../job-href.ts";
import { exceptionsQuery } from "../job-queries.ts";
import { ExceptionItem } from "./exception-item.tsx";

interface ExceptionsPanelProps {
  readonly job: JobPlace;
  /** All of them with their stacks, on their own page. */
  readonly whole?: boolean;
}

const shownInShort = 3;

/** What made the job fail, the newest first, each with its root cause first. */
export function ExceptionsPanel({ job, whole = false }: ExceptionsPanelProps) {
  const { data, error, refetch } = useQuery(exceptionsQuery(job));
  const exceptions = data?.exceptions ?? [];
  return (
    <Panel
      title="Exceptions"
      note={data && (exceptions.length === 0 ? "none" : `${exceptions.length}${data.cut ? " newest" : ""}`)}
      actions={
        !whole && (
          <Link href={jobHref(job, "exceptions") as Route} className="text-12">
            All
          </Link>
        )
      }
    >
      {error && (
        <div className="p-3">
          <ErrorState fact="The exceptions could not be read." error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data && exceptions.length === 0 && (
        <EmptyState title="No exceptions">The job has not failed since its JobManager began.</EmptyState>
      )}
      <ol>
        {exceptions.slice(0, whole ? undefined : shownInShort).map((exception) => (
          <ExceptionItem key={`${exception.at} ${exception.task}`} job={job} exception={exception} whole={whole} />
        ))}
      </ol>
    </Panel>
  );
}
