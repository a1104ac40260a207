import type { LoggerRow } from "#server/log-levels/log-level-view.schema.ts";
import { type Span, spans } from "./level-words.ts";

export interface DraftChange {
  /** Tells the lines of the form apart. */
  readonly id: number;
  readonly logger: string;
  readonly level: string;
}

export interface LevelDraft {
  readonly changes: readonly DraftChange[];
  readonly span: Span;
  /** As `<input type="datetime-local">` gives it, in the browser's zone. */
  readonly time: string;
  readonly reason: string;
}

/** A new draft for one logger, one step louder than now where it is at INFO or quieter. */
export function draftFor(logger: string, rows: readonly LoggerRow[]): LevelDraft {
  const level = rows.find((row) => row.logger === logger)?.level;
  const louder = level === "DEBUG" || level === "TRACE" || level === "ALL" ? "INFO" : "DEBUG";
  return { changes: [{ id: 0, logger, level: louder }], span: "", time: "", reason: "" };
}

/** What is sent for a draft. `seen` lets another person's change of the same logger be noticed. */
export function requestOf({ changes, span, time, reason }: LevelDraft, rows: readonly LoggerRow[]) {
  const forSeconds = spans.find(({ value }) => value === span)?.seconds;
  const at = new Date(time);
  const until = span === "time" && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
  return {
    changes: changes.map(({ logger, level }) => {
      const name = logger.trim();
      return { logger: name, level, seen: rows.find((row) => row.logger === name)?.written ?? null };
    }),
    ...(until !== undefined && { until }),
    ...(forSeconds !== undefined && { forSeconds }),
    ...(reason.trim() !== "" && { reason: reason.trim() }),
  };
}

/** Why a draft can't be sent yet; undefined when it can. */
export function incompleteReason({ changes, span, time }: LevelDraft): string | undefined {
  if (changes.some(({ logger }) => logger.trim() === "")) return "Name a logger first";
  if (span === "time" && Number.isNaN(new Date(time).getTime())) return "Give a time first";
  return undefined;
}
