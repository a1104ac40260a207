import type { LogRecord } from "../../flink/log-records/log-record.ts";
import { mainContainer } from "../schema.ts";

/** How a view prints what it gives out. */
export interface ViewFormat {
  /** For one container's records. */
  record(pod: string, container: string): RecordEncoder;
  /** Gaps, pods that come and go, counts: everything else. "" leaves it out. */
  item(item: object): string;
}

/** One JSON object a line, in the shapes of `streamItem`. */
export const ndjsonFormat: ViewFormat = {
  record: recordEncoder,
  item: (item) => `${JSON.stringify(item)}\n`,
};

/** Prints a record as one line of NDJSON, in the shape of `streamRecord`. */
export type RecordEncoder = (record: LogRecord, isContext: boolean) => string;

/**
 * The encoder for one container's records. It puts the JSON together by hand: `JSON.stringify` of the whole object takes
 * three times as long, and a stream is hundreds of thousands of them.
 */
function recordEncoder(pod: string, container: string): RecordEncoder {
  const sidecar = container === mainContainer ? "" : `,"container":${JSON.stringify(container)}`;
  const origin = `,"pod":${JSON.stringify(pod)}${sidecar}`;
  return (record, isContext) =>
    `{"type":"record","at":"${record.at}","nth":${record.nth}${origin},"line":${JSON.stringify(record.line)}` +
    `${parsedParts(record)}${rareParts(record, isContext)}}\n`;
}

function parsedParts({ parsed, line }: LogRecord): string {
  if (parsed === undefined) return "";
  let json = parsed.level === undefined ? "" : `,"level":"${parsed.level}"`;
  if (parsed.logger !== undefined) json += `,"logger":${JSON.stringify(parsed.logger)}`;
  if (parsed.thread !== undefined) json += `,"thread":${JSON.stringify(parsed.thread)}`;
  if (parsed.messageAt !== 0) json += `,"messageAt":${parsed.messageAt}`;
  if (parsed.messageEnd !== line.length) json += `,"messageEnd":${parsed.messageEnd}`;
  return json;
}

function rareParts(record: LogRecord, isContext: boolean): string {
  let json = "";
  if (record.more.length > 0) {
    json += `,"more":${JSON.stringify(record.more)},"last":{"at":"${record.lastAt}","nth":${record.lastNth}}`;
  }
  if (record.continues) json += ',"continues":true';
  if (record.cutBytes > 0) json += `,"cutBytes":${record.cutBytes}`;
  if (isContext) json += ',"context":true';
  return json;
}
