import type { Route } from "next";
import Link from "next/link";
import type { ProblemKind } from "#server/http/problem.schema.ts";
import { BlankPage } from "../ui/empty-state.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { Tag } from "../ui/tag.tsx";
import { problemMeanings } from "./problem-meanings.ts";

/** What a type of problem means and what to do about it. `type` of every failure of the API leads here. */
export function ProblemPage({ kind }: { readonly kind: ProblemKind }) {
  const { title, status, means, todo } = problemMeanings[kind];
  return (
    <BlankPage mark={<StateMark shape="failing" className="size-8" />} title={title} lead={<WithCode text={means} />}>
      <h2 className="mb-2">What to do</h2>
      <ul className="mb-6 grid list-disc gap-1 pl-5">
        {todo.map((step) => (
          <li key={step}>
            <WithCode text={step} />
          </li>
        ))}
      </ul>
      <p className="flex items-center gap-2 border-t border-line pt-3 text-12 text-ink-3">
        <Tag>HTTP {status}</Tag> <span className="mono">/problems/{kind}</span>
        <span className="flex-1" />
        <Link href={"/problems" as Route}>All types of problems</Link>
      </p>
    </BlankPage>
  );
}

/** All types with their meaning. */
export function ProblemList() {
  return (
    <dl className="grid max-w-[760px] gap-4 p-5">
      {Object.entries(problemMeanings).map(([kind, { title, status, means }]) => (
        <div key={kind}>
          <dt className="flex items-center gap-2 font-strong">
            <Link href={`/problems/${kind}` as Route}>{title}</Link> <Tag>HTTP {status}</Tag>
          </dt>
          <dd className="text-ink-2">
            <WithCode text={means} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Text with its `parts between backticks` in the type of machines. */
function WithCode({ text }: { readonly text: string }) {
  const parts = text.split("`").map((part, index) => ({ part, code: index % 2 === 1, key: `${index} ${part}` }));
  return parts.map(({ part, code, key }) =>
    code ? (
      <code key={key} className="mono">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
