"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useRef, useState } from "react";
import type { LoggingFileView, LoggingIssueView } from "#server/log-levels/log-level-view.schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { useShortcuts } from "../ui/keyboard.ts";
import { Panel } from "../ui/panel.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { DiffCounts, DiffLines } from "./diff-lines.tsx";
import { fileCheckQuery, loggingFileQuery, useReplaceFile } from "./log-level-queries.ts";

interface FileEditorProps {
  readonly cluster: ClusterPlace;
  readonly onClose: () => void;
}

/** The whole file: edited as text, checked and compared while typing, written only as it was compared. */
export function FileEditor({ cluster, onClose }: FileEditorProps) {
  const { data, error, refetch } = useQuery(loggingFileQuery(cluster));
  if (data) return <Editor key={data.resourceVersion} cluster={cluster} file={data} onClose={onClose} />;
  if (error) return <ErrorState fact="The file could not be read." error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={12} waitingFor="Waiting for the API server" />;
}

function Editor({ cluster, file, onClose }: FileEditorProps & { readonly file: LoggingFileView }) {
  // A text area turns every line end into \n; what is written gets those of the file back.
  const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
  const [text, setText] = useState(() => file.text.replaceAll("\r\n", "\n"));
  const [reason, setReason] = useState("");
  const next = text.replaceAll("\n", lineEnd);
  const checked = useDeferredValue(next);
  const check = useQuery(fileCheckQuery(cluster, checked, checked !== file.text));
  const replace = useReplaceFile();
  const isSame = next === file.text;
  const blocked = isSame
    ? "Nothing is changed"
    : check.data?.writable === false
      ? "Something speaks against it"
      : undefined;
  const send = () => {
    if (blocked !== undefined || replace.isPending) return;
    const { resourceVersion } = file;
    const why = reason.trim() === "" ? {} : { reason: reason.trim() };
    replace.mutate({ ...cluster, text: next, resourceVersion, ...why }, { onSuccess: onClose });
  };
  useShortcuts("The whole file", [{ keys: "Ctrl Enter", does: "Write the file", run: send, inFields: true }]);
  const issues = isSame ? file.issues : (check.data?.issues ?? []);
  return (
    <div className="grid gap-4">
      <Panel
        title={<span className="mono">{file.file}</span>}
        note="whoever can write an appender can run code in the pods"
        actions={
          <>
            <Button onClick={onClose}>Discard</Button>
            <Button
              kind="primary"
              keys={["Ctrl", "Enter"]}
              disabledReason={blocked}
              busy={replace.isPending && "Writing"}
              onClick={send}
            >
              Write the file
            </Button>
          </>
        }
      >
        <NumberedText text={text} onText={setText} marked={new Set(issues.flatMap(({ line }) => line ?? []))} />
      </Panel>
      {replace.error && <ErrorState fact="The file was not written." error={replace.error} />}
      {check.error && <ErrorState fact="The text could not be checked." error={check.error} />}
      <Issues issues={issues} />
      {!isSame && (
        <>
          <TextField label="Why" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
          {check.data && (
            <Panel title="Change to the file" actions={<DiffCounts diff={check.data.diff} />}>
              <DiffLines diff={check.data.diff} />
            </Panel>
          )}
        </>
      )}
    </div>
  );
}

function Issues({ issues }: { readonly issues: readonly LoggingIssueView[] }) {
  if (issues.length === 0) return null;
  return (
    <ul aria-label="What speaks against the text" className="grid gap-1 text-12">
      {issues.map(({ code, line, detail, refused }) => (
        <li key={`${code} ${line} ${detail}`} className={`flex gap-1.5 ${refused ? "text-bad-ink" : "text-ink-2"}`}>
          <StateMark shape={refused ? "failing" : "degraded"} className="mt-0.5" />
          {line !== undefined && <span className="num">Line {line}:</span>}
          <span>{detail}</span>
        </li>
      ))}
    </ul>
  );
}

/** One text for all numbers: a file may have twenty thousand lines. Those with something against them carry a mark. */
const numbersOf = (text: string, marked: ReadonlySet<number>) =>
  text
    .split("\n")
    .map((_, index) => `${marked.has(index + 1) ? "! " : ""}${index + 1}`)
    .join("\n");

interface NumberedTextProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly marked: ReadonlySet<number>;
}

/** A text area with line numbers beside it, those with something against them marked. */
function NumberedText({ text, onText, marked }: NumberedTextProps) {
  const numbers = useRef<HTMLDivElement>(null);
  return (
    <div className="mono flex h-[420px]">
      <div
        ref={numbers}
        aria-hidden="true"
        className="num w-12 shrink-0 overflow-hidden border-r border-line bg-inset py-2 pr-2 text-right whitespace-pre text-ink-3"
      >
        {numbersOf(text, marked)}
      </div>
      <textarea
        aria-label="Text of the logging file"
        value={text}
        spellCheck={false}
        wrap="off"
        onChange={(event) => onText(event.target.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
        className="min-w-0 flex-1 resize-none bg-surface px-3 py-2 whitespace-pre focus-visible:-outline-offset-2"
      />
    </div>
  );
}
