import type { Caller } from "../caller.ts";
import { env } from "../env.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { textIssues } from "./parts/check-text.ts";
import { readClusterLogging } from "./parts/cluster-logging.ts";
import { fileDiff } from "./parts/file-diff.ts";
import type { checkLoggingFileOperation } from "./schema.ts";

/** What speaks against a new text and which lines it would change. Nothing is written. */
export async function checkLoggingFile(
  { text, ...address }: RequestOf<typeof checkLoggingFileOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof checkLoggingFileOperation>> {
  const logging = await readClusterLogging(address, caller);
  const issues = textIssues(logging, text);
  return {
    issues,
    diff: fileDiff(logging.name, logging.text, text),
    writable:
      logging.readOnly === undefined && env.DREY_LOG_FILE_EDITING !== "off" && !issues.some(({ refused }) => refused),
  };
}
