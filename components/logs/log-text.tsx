"use client";
import { Fragment, memo, type ReactNode } from "react";
import { ansiSpans } from "./ansi-spans.ts";
import type { FindMarks } from "./search-marks.ts";
import { visibleText } from "./visible-text.ts";

interface LogTextProps {
  readonly text: string;
  readonly findMarks: FindMarks | undefined;
}

/** What a program printed, as text: its colours as spans, the words looked for marked, nothing in it obeyed. */
export const LogText = memo(function LogText({ text, findMarks }: LogTextProps) {
  return ansiSpans(text).map((span) => {
    const content = marked(visibleText(span.text), findMarks);
    return span.className === "" ? (
      <Fragment key={span.at}>{content}</Fragment>
    ) : (
      <span key={span.at} className={span.className}>
        {content}
      </span>
    );
  });
});

function marked(text: string, findMarks: FindMarks | undefined): ReactNode {
  const marks = findMarks?.(text) ?? [];
  if (marks.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(
      text.slice(at, start),
      <mark key={start} className="rounded-[2px] bg-mark text-ink">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
