import type { LoggerRow, LogLevelView } from "#server/log-levels/log-level-view.schema.ts";

/** Where a level comes from, in a few words. */
export function fromWords(row: LoggerRow): string {
  if (row.from === "inherited") return `from ${row.inheritedFrom ?? "root"}`;
  if (row.from === "default") return "not in the file";
  return row.line === undefined ? "file" : `file, line ${row.line}`;
}

/** How long a change takes in this cluster, or why it takes none. */
export function reloadWords({ syntax, reload, mayTouchPods }: LogLevelView): string {
  const framework = syntax === "log4j2" ? "Log4j 2" : "Logback";
  if (reload.kind === "never") return `${framework} does not read its file again: a change needs new pods.`;
  const most = mayTouchPods ? reload.seconds + 2 : reload.seconds + 90;
  return `${framework} looks every ${reload.seconds} s: a change takes 1 to ${most} s.`;
}

/** Rows whose name, level or reason holds the text. */
export function matching(rows: readonly LoggerRow[], text: string): LoggerRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ logger, level, override }) =>
    `${logger} ${level} ${override?.reason ?? ""}`.toLowerCase().includes(wanted),
  );
}

/** `in 59 min`, `in 40 s`; «now» when it is over and the console is about to end it. */
export function inWords(untilMs: number, nowMs: number): string {
  const seconds = Math.ceil((untilMs - nowMs) / 1_000);
  if (seconds <= 0) return "now";
  if (seconds < 60) return `in ${seconds} s`;
  if (seconds < 3_600) return `in ${Math.round(seconds / 60)} min`;
  return seconds < 86_400 ? `in ${Math.round(seconds / 3_600)} h` : `in ${Math.round(seconds / 86_400)} d`;
}

export interface Suggestion {
  readonly logger: string;
  readonly note: string;
}

/** Every logger worth picking, once: those of the file, those seen in the logs with their count, and well-known ones. */
export function suggestionsOf(
  view: LogLevelView,
  seen: readonly { readonly logger: string; readonly lines: number }[],
): Suggestion[] {
  const all = new Map<string, string>();
  for (const { logger, level } of view.loggers) all.set(logger, `${level}, in the file`);
  for (const { logger, lines } of seen) if (!all.has(logger)) all.set(logger, `${lines} lines seen`);
  for (const { logger, about } of view.suggestions) if (!all.has(logger)) all.set(logger, about);
  return [...all].map(([logger, note]) => ({ logger, note }));
}

/** What one can choose for how long; `null` means until it is reverted. */
export const spans = [
  { value: "", label: "Until I revert", seconds: undefined },
  { value: "900", label: "15 min", seconds: 900 },
  { value: "3600", label: "1 h", seconds: 3_600 },
  { value: "time", label: "A time", seconds: undefined },
] as const;
export type Span = (typeof spans)[number]["value"];
