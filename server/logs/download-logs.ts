import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Caller } from "../caller.ts";
import type { RequestOf } from "../operation.schema.ts";
import { textFormat } from "./parts/text-format.ts";
import type { downloadGzippedLogsOperation, downloadLogsOperation } from "./schema.ts";
import { streamLogs } from "./stream-logs.ts";

const compress = promisify(gzip);

/** The records of a selection as text, each line as it was printed, to the end of what is there now. */
export async function* downloadLogs(
  request: RequestOf<typeof downloadLogsOperation>,
  caller: Caller,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const whole = { ...request, follow: false, counts: false };
  yield* streamLogs(whole, caller, signal, { format: textFormat });
}

/** The same, gzipped: one member for each chunk, which together are one file to every reader of gzip. */
export async function* downloadGzippedLogs(
  request: RequestOf<typeof downloadGzippedLogsOperation>,
  caller: Caller,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const text of downloadLogs(request, caller, signal)) if (text !== "") yield compress(text);
}
