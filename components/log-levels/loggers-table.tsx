"use client";
import type { LoggerRow, LogLevelView, Proof } from "#server/log-levels/log-level-view.schema.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { clockText } from "../ui/quantities.tsx";
import { State } from "../ui/state-mark.tsx";
import { type Column, Row, Table } from "../ui/table.tsx";
import { useNow } from "../ui/use-now.ts";
import { fromWords, inWords } from "./level-words.ts";
import { effectiveWords, mountedWords } from "./proof-words.ts";

const columns: readonly Column[] = [
  { id: "logger", head: "Logger" },
  { id: "level", head: "Level", width: 104 },
  { id: "from", head: "From", width: 152, wideOnly: true },
  { id: "effective", head: "Effective in", width: 140 },
  { id: "until", head: "Back to file at", width: 164, numeric: true },
  { id: "why", head: "Why", width: 172, wideOnly: true },
  { id: "actions", head: "Actions", headHidden: true, width: 104 },
];

interface LoggersTableProps {
  readonly view: LogLevelView;
  readonly rows: readonly LoggerRow[];
  readonly proof: Proof | undefined;
  readonly current: string | null;
  readonly reverting: string | undefined;
  readonly onSet: (logger: string) => void;
  readonly onRevert: (row: LoggerRow) => void;
}

/** The loggers of the file: changed ones first, with what they were, until when and why. */
export function LoggersTable(props: LoggersTableProps) {
  const { view, rows, ...rest } = props;
  if (rows.length === 0)
    return <EmptyState title="No logger passes the filter">Set a level to add one to the file.</EmptyState>;
  return (
    <Table label="Loggers" inset="in" columns={columns}>
      {rows.map((row) => (
        <LoggerLine key={row.logger} row={row} readOnly={view.readOnly} {...rest} />
      ))}
    </Table>
  );
}

interface LineProps extends Omit<LoggersTableProps, "view" | "rows"> {
  readonly row: LoggerRow;
  readonly readOnly: string | undefined;
}

function LoggerLine({ row, readOnly, proof, current, reverting, onSet, onRevert }: LineProps) {
  const { logger, override, assumes } = row;
  const assumed = assumes.length > 0 ? ` if ${assumes.join(", ")} is not set in the pod` : "";
  return (
    <Row data-row={logger} atCursor={current === logger}>
      <td className="mono" title={logger}>
        {logger}
      </td>
      <td>
        <LevelButton
          row={row}
          title={readOnly ?? `${row.written ?? row.level}${assumed}`}
          off={readOnly !== undefined}
          onSet={onSet}
        />
      </td>
      <td className="max-wide:hidden">
        {override ? (
          <>
            changed <span className="text-ink-3">was {override.was}</span>
          </>
        ) : (
          <span className="text-ink-3">{fromWords(row)}</span>
        )}
      </td>
      <td>
        {override ? (
          <Effective proof={proof} logger={logger} />
        ) : (
          <span className="num text-ink-3">{mountedWords(proof)}</span>
        )}
      </td>
      <td className="num">{override && <Until until={override.until} />}</td>
      <td
        className="text-ink-2 max-wide:hidden"
        title={override && `${override.reason ?? ""} (${override.by}, ${clockText(override.at)})`}
      >
        {override?.reason}
      </td>
      <td className="num">
        {override && (
          <Button
            kind="ghost"
            className="h-6"
            disabledReason={readOnly}
            busy={reverting === logger && "Reverting"}
            aria-label={`Revert ${logger} to ${override.was}`}
            onClick={() => onRevert(row)}
          >
            Revert
          </Button>
        )}
      </td>
    </Row>
  );
}

interface LevelButtonProps {
  readonly row: LoggerRow;
  readonly title: string;
  readonly off: boolean;
  readonly onSet: (logger: string) => void;
}

function LevelButton({ row: { logger, level, override }, title, off, onSet }: LevelButtonProps) {
  return (
    <button
      type="button"
      title={title}
      aria-label={`${logger} is at ${level}. Set its level`}
      aria-disabled={off || undefined}
      onClick={() => !off && onSet(logger)}
      className={classNames(
        "inline-flex h-6 w-21 items-center justify-between gap-1.5 rounded-1 border pr-1.5 pl-2 font-mono text-11 font-strong",
        override ? "border-accent-ink bg-accent-tint text-accent-ink" : "border-control bg-surface",
        off && "border-line bg-inset text-ink-3",
      )}
    >
      <span className="truncate">{level}</span>
      <Icon name="chevron-down" size={12} />
    </button>
  );
}

function Effective({ proof, logger }: { readonly proof: Proof | undefined; readonly logger: string }) {
  const words = effectiveWords(proof, logger);
  return words ? <State shape={words.shape}>{words.text}</State> : <span className="text-ink-3">not seen yet</span>;
}

function Until({ until }: { readonly until: string | undefined }) {
  const now = useNow();
  if (until === undefined) return "when I revert";
  return (
    <time dateTime={until} title={new Date(until).toLocaleString("en-GB")}>
      {clockText(until, now).replace(/:\d\d$/, "")}{" "}
      <span className="text-ink-3">{inWords(Date.parse(until), now)}</span>
    </time>
  );
}
