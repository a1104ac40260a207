"use client";
import { memo } from "react";
import type { StreamRecord } from "#server/logs/schema.ts";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { bytesText } from "../ui/quantities.tsx";
import { foldLabel, type TracePart } from "./fold-trace.ts";
import { fullTime, timeOfDay } from "./log-clock.ts";
import { LogText } from "./log-text.tsx";
import type { LogRow } from "./log-window.ts";
import { partsOf } from "./row-heights.ts";
import type { FindMarks } from "./search-marks.ts";

export type RecordLogRow = Extract<LogRow, { kind: "record" }>;

interface RecordRowProps {
  readonly row: RecordLogRow;
  readonly podName: string;
  readonly findMarks: FindMarks | undefined;
  readonly isUnfolded: boolean;
  readonly showsAll: boolean;
  readonly isCursor: boolean;
  readonly wraps: boolean;
  readonly onToggle: (id: number) => void;
  readonly onShowAll: (id: number) => void;
}

/** A line longer than this shows its beginning and a button for the rest. */
const charactersShown = 2_000;

const columns = "grid grid-cols-[96px_46px_62px_172px_minmax(0,1fr)] gap-x-2 pr-5 pl-[13px]";
const narrow = "max-wide:grid-cols-[96px_46px_62px_minmax(0,1fr)]";

type Severity = "error" | "warning" | "debug" | "plain";

function severityOf({ level }: StreamRecord): Severity {
  if (level === "ERROR" || level === "FATAL") return "error";
  if (level === "WARN") return "warning";
  return level === "DEBUG" || level === "TRACE" ? "debug" : "plain";
}

const edges: Record<Severity, string> = {
  error: "border-l-bad-mark bg-bad-tint",
  warning: "border-l-wait-mark",
  debug: "border-l-transparent",
  plain: "border-l-transparent",
};
const words: Record<Severity, string> = {
  error: "text-bad-ink",
  warning: "text-wait-ink",
  debug: "text-ink-3",
  plain: "text-ink-3",
};

/** One record: its columns, then its trace with the frames folded. */
export const RecordRow = memo(function RecordRow(props: RecordRowProps) {
  const { row, podName, findMarks, isCursor, wraps, showsAll, onShowAll } = props;
  const { record } = row;
  const severity = severityOf(record);
  const message = record.line.slice(record.messageAt ?? 0, record.messageEnd);
  const cell = "overflow-hidden text-ellipsis";
  return (
    <div
      className={classNames(
        "border-l-[3px]",
        edges[severity],
        isCursor ? "bg-accent-tint" : severity !== "error" && "hover:bg-hover",
        record.context && "opacity-70",
      )}
    >
      <div className={classNames(columns, narrow, wraps ? "whitespace-pre-wrap break-all" : "whitespace-pre")}>
        <time dateTime={record.at} title={fullTime(record.at)} className="text-ink-3">
          {timeOfDay(record.at)}
        </time>
        <span className={classNames("text-11 leading-5 font-semibold", words[severity])}>{record.level}</span>
        <span className={classNames(cell, "text-ink-2")} title={podTitle(record)}>
          {podName}
        </span>
        <span className={classNames(cell, "text-ink-3 max-wide:hidden")} title={record.logger}>
          {record.logger && shortLogger(record.logger)}
        </span>
        <span className={classNames(cell, severity === "debug" && "text-ink-2")}>
          {/* Before the text, which may be longer than the page is wide. */}
          {record.cutBytes !== undefined && (
            <span className="mr-2 font-sans text-ink-3">{bytesText(record.cutBytes)} more were not kept.</span>
          )}
          <Message text={message} findMarks={findMarks} showsAll={showsAll} onShowAll={() => onShowAll(row.id)} />
        </span>
      </div>
      {record.more && <Trace {...props} />}
    </div>
  );
});

interface MessageProps {
  readonly text: string;
  readonly findMarks: FindMarks | undefined;
  readonly showsAll: boolean;
  readonly onShowAll: () => void;
}

function Message({ text, findMarks, showsAll, onShowAll }: MessageProps) {
  if (text.length <= charactersShown || showsAll) return <LogText text={text} findMarks={findMarks} />;
  return (
    <>
      <button type="button" onClick={onShowAll} className="mr-2 font-sans text-12 font-medium text-accent-ink">
        Show all {text.length.toLocaleString("en-US")} characters
      </button>
      <LogText text={text.slice(0, charactersShown)} findMarks={findMarks} />
    </>
  );
}

function Trace({ row, findMarks, isUnfolded, wraps, onToggle }: RecordRowProps) {
  const indent = "pl-[421px] max-wide:pl-[241px]";
  return (
    <div
      className={classNames(
        "pr-5 pb-1.5 text-ink-2",
        indent,
        wraps ? "break-all whitespace-pre-wrap" : "whitespace-pre",
      )}
    >
      {partsOf(row).map((part) => (
        <TracePartLines
          key={part.lines[0]?.at}
          part={part}
          findMarks={findMarks}
          isUnfolded={isUnfolded}
          onToggle={() => onToggle(row.id)}
        />
      ))}
    </div>
  );
}

interface TracePartProps {
  readonly part: TracePart;
  readonly findMarks: FindMarks | undefined;
  readonly isUnfolded: boolean;
  readonly onToggle: () => void;
}

function TracePartLines({ part, findMarks, isUnfolded, onToggle }: TracePartProps) {
  const isOpen = part.kind === "lines" || isUnfolded;
  return (
    <>
      {part.kind === "frames" && (
        <button
          type="button"
          aria-expanded={isUnfolded}
          onClick={onToggle}
          className="flex h-5 items-center gap-1.5 font-sans text-12 font-medium text-bad-ink"
        >
          <Icon name={isUnfolded ? "chevron-down" : "chevron-right"} size={12} />
          {foldLabel(part)}
        </button>
      )}
      {isOpen &&
        part.lines.map(({ at, text }) => (
          <div key={at} className="min-h-5 overflow-hidden text-ellipsis">
            <LogText text={text.slice(0, 4 * charactersShown)} findMarks={findMarks} />
          </div>
        ))}
    </>
  );
}

function podTitle({ pod, container, thread }: StreamRecord): string {
  return [pod, container && `container ${container}`, thread && `thread ${thread}`].filter(Boolean).join(", ");
}

/** `…CheckpointCoordinator` of `org.apache.flink.runtime.checkpoint.CheckpointCoordinator`. */
export function shortLogger(logger: string): string {
  const dot = logger.lastIndexOf(".");
  return dot < 0 ? logger : `…${logger.slice(dot + 1)}`;
}
