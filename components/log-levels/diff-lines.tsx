import type { FileDiff } from "#server/log-levels/log-level-view.schema.ts";
import { classNames } from "../ui/class-names.ts";
import { Tag } from "../ui/tag.tsx";

type Line = FileDiff["hunks"][number][number];

const grounds: Record<Line["sign"], string> = { " ": "", "+": "bg-ok-tint", "-": "bg-bad-tint" };
const signs: Record<Line["sign"], string> = { " ": "", "+": "text-ok-ink font-bold", "-": "text-bad-ink font-bold" };
const words: Record<Line["sign"], string> = { " ": "", "+": "added: ", "-": "removed: " };

/** The lines that differ, with their numbers and a few around them. Text of the file is shown as text. */
export function DiffLines({ diff }: { readonly diff: FileDiff }) {
  if (diff.hunks.length === 0) return <p className="px-4 py-3 text-12 text-ink-3">The file stays as it is.</p>;
  return (
    <div className="py-2">
      {diff.hunks.map((hunk, n) => (
        <div key={`${hunk[0]?.number ?? 0}`} className={classNames(n > 0 && "mt-2 border-t border-line pt-2")}>
          {hunk.map((line) => (
            <DiffRow key={`${line.sign}${line.number}`} line={line} />
          ))}
        </div>
      ))}
      {diff.cut && <p className="px-4 pt-2 text-12 text-ink-3">More lines differ than are shown.</p>}
    </div>
  );
}

function DiffRow({ line: { sign, number, text } }: { readonly line: Line }) {
  return (
    <div className={classNames("mono grid grid-cols-[40px_20px_minmax(0,1fr)] pr-4 whitespace-pre", grounds[sign])}>
      <span className="num pr-2 text-right text-ink-3">{number}</span>
      <span aria-hidden="true" className={classNames("text-center", signs[sign])}>
        {sign === "-" ? "−" : sign.trim()}
      </span>
      <span className={classNames("truncate", /^\s*[#!]/.test(text) && "text-ink-3")} title={text}>
        <span className="sr-only">{words[sign]}</span>
        {text}
      </span>
    </div>
  );
}

/** How many lines came and went. */
export function DiffCounts({ diff: { added, removed } }: { readonly diff: FileDiff }) {
  return (
    <>
      <Tag family="ok">+{added}</Tag>
      <Tag family="bad">−{removed}</Tag>
    </>
  );
}
