import { isAtLeast } from "../../flink/log-records/log-level.ts";
import { type LogRecord, levelOf } from "../../flink/log-records/log-record.ts";
import { textSearch } from "./text-search.ts";

export interface RecordSelection {
  readonly level?: "FATAL" | "ERROR" | "WARN" | "INFO" | "DEBUG" | "TRACE" | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly loggers?: readonly string[] | undefined;
  readonly withoutLoggers?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly regex: boolean;
  readonly caseSensitive: boolean;
}

export type RecordFilter = (record: LogRecord) => boolean;

/** The filter of a selection; undefined when every record fits. Throws `request-invalid` for a wrong expression. */
export function recordFilter(selection: RecordSelection): RecordFilter | undefined {
  const { level, levels, loggers, withoutLoggers, text } = selection;
  const tests: RecordFilter[] = [];
  if (level !== undefined) tests.push((record) => isAtLeast(levelOf(record), level));
  if (levels !== undefined) {
    const wanted = new Set(levels);
    tests.push((record) => wanted.has(levelOf(record) ?? "NONE"));
  }
  if (loggers !== undefined) tests.push((record) => loggers.some((logger) => isBelow(record.parsed?.logger, logger)));
  if (withoutLoggers !== undefined) {
    tests.push((record) => !withoutLoggers.some((logger) => isBelow(record.parsed?.logger, logger)));
  }
  if (text !== undefined) {
    const search = textSearch(text, selection);
    tests.push((record) => search(record.line) || record.more.some(search));
  }
  if (tests.length === 0) return undefined;
  return (record) => tests.every((test) => test(record));
}

/** Loggers form a tree: `org.apache` holds `org.apache.flink`, and not `org.apachea`. */
function isBelow(logger: string | undefined, ancestor: string): boolean {
  if (logger === undefined || !logger.startsWith(ancestor)) return false;
  return logger.length === ancestor.length || ".$".includes(logger.charAt(ancestor.length)) || ancestor.endsWith(".");
}
