"use client";
import type { Route } from "next";
import Link from "next/link";
import type { Cause, JobException } from "#server/jobs/job.schema.ts";
import { clusterHref } from "../../client/cluster-href.ts";
import { clockText } from "../../ui/quantities.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { JobPlace } from "../job-href.ts";

const simpleName = (className: string): string => className.slice(className.lastIndexOf(".") + 1) || "Exception";

interface ExceptionItemProps {
  readonly job: JobPlace;
  readonly exception: JobException;
  /** The causes and the stack, to be unfolded. */
  readonly whole?: boolean;
}

/** Why a job failed once: the root cause, where, when, and the way to the log of that moment. */
export function ExceptionItem({ job, exception, whole = false }: ExceptionItemProps) {
  const [root, ...others] = exception.causes;
  return (
    <li className="border-b border-line px-4 py-2.5 last:border-b-0">
      <div className="flex items-center gap-2">
        <b className="truncate font-strong" title={root?.className}>
          {simpleName(root?.className ?? "")}
        </b>
        {exception.concurrent.length > 0 && <Tag>and {exception.concurrent.length} more at once</Tag>}
        <span className="flex-1" />
        <time dateTime={new Date(exception.at).toISOString()} className="num text-12 text-ink-3">
          {clockText(exception.at)}
        </time>
      </div>
      <div className={`mono mt-0.5 ${whole ? "break-words whitespace-pre-wrap" : "truncate"}`} title={root?.message}>
        {root?.message || root?.firstFrame || "without a message"}
      </div>
      <div className="flex items-center gap-2 text-12 text-ink-3">
        <span className="truncate">{whereText(exception)}</span>
        <span className="flex-1" />
        <Link href={logHref(job, exception) as Route} className="whitespace-nowrap">
          Log at that time
        </Link>
      </div>
      {whole && <Whole causes={others} exception={exception} />}
    </li>
  );
}

function Whole({ causes, exception }: { readonly causes: readonly Cause[]; readonly exception: JobException }) {
  return (
    <>
      {causes.length > 0 && (
        <ol className="mt-1.5 grid gap-0.5 border-l-2 border-line pl-3 text-12 text-ink-2">
          {causes.map((cause) => (
            <li key={`${cause.className} ${cause.message} ${cause.firstFrame}`} className="break-words">
              wrapped in <b className="font-strong">{simpleName(cause.className)}</b> {cause.message.split("\n")[0]}
            </li>
          ))}
        </ol>
      )}
      <details className="mt-1.5">
        <summary className="text-12 text-accent-ink">Stack trace</summary>
        <pre className="mt-1 max-h-96 overflow-auto rounded-2 border border-line bg-inset p-2">{exception.stack}</pre>
      </details>
    </>
  );
}

function whereText({ task, taskManager }: JobException): string {
  return [task ?? "the JobManager", taskManager].filter(Boolean).join(", ");
}

const beforeMs = 60_000;

/** The logs of the cluster, a minute before it failed and on; of its TaskManager alone where one is known. */
function logHref(job: JobPlace, { at, taskManager }: JobException): string {
  const query = new URLSearchParams({ since: new Date(at - beforeMs).toISOString() });
  if (taskManager !== undefined) query.set("pods", taskManager);
  return `${clusterHref(job, "logs")}?${query}`;
}
