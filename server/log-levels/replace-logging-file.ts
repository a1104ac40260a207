import type { Caller } from "../caller.ts";
import { env } from "../env.ts";
import { ConsoleError } from "../errors.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { textIssues } from "./parts/check-text.ts";
import { type ClusterLogging, readClusterLogging } from "./parts/cluster-logging.ts";
import { keptAfter } from "./parts/edit-levels.ts";
import { fileDiff } from "./parts/file-diff.ts";
import { configMapName } from "./parts/kubernetes-objects.ts";
import { touchPods } from "./parts/touch-pods.ts";
import { writeLogging } from "./parts/write-logging.ts";
import type { replaceLoggingFileOperation } from "./schema.ts";

type Request = RequestOf<typeof replaceLoggingFileOperation>;

/**
 * Replaces the whole logging file: a stronger act than setting levels, for whoever can write an appender can run code.
 * A text that the framework would refuse, or that could newly run code, is refused with the lines; a file that was
 * changed since it was read is `changed-meanwhile`.
 */
export async function replaceLoggingFile(
  request: Request,
  caller: Caller,
): Promise<AnswerOf<typeof replaceLoggingFileOperation>> {
  if (env.DREY_LOG_FILE_EDITING === "off") {
    const detail = "This console is set up not to edit whole logging files (DREY_LOG_FILE_EDITING).";
    throw new ConsoleError({ kind: "not-possible-now", detail });
  }
  const first = await readClusterLogging(request, caller);
  const at = new Date().toISOString();
  const { reason } = request;
  const note = { at, by: caller.identity.name, ...(reason !== undefined && reason !== "" && { reason }) };
  const edit = (current: ClusterLogging) => {
    refuse(request, current);
    return { text: request.text, kept: keptAfter(current, request.text, note) };
  };
  edit(first);
  const diff = fileDiff(first.name, first.text, request.text);
  const { context, namespace, clusterId } = request;
  const entry = {
    action: "log-file.replace",
    ...{ context, namespace, clusterId },
    subject: first.name,
    before: `${first.text.length} characters`,
    after: [`${request.text.length} characters, +${diff.added} −${diff.removed} lines`, reason]
      .filter(Boolean)
      .join(": "),
  };
  const { before } = await caller.audit.record(entry, () => writeLogging(request, caller, edit));
  return { diff, writtenAt: at, ...(await touchPods(before.pods, request, caller)) };
}

function refuse({ text, resourceVersion, clusterId }: Request, current: ClusterLogging): void {
  if (current.resourceVersion !== resourceVersion) {
    throw new ConsoleError({ kind: "changed-meanwhile", resource: `ConfigMap ${configMapName(clusterId)}` });
  }
  const issues = textIssues(current, text)
    .filter(({ refused }) => refused)
    .map(({ code, line, detail }) => ({
      field: "text",
      code,
      detail: line === undefined ? detail : `Line ${line}: ${detail}`,
    }));
  if (issues.length > 0) throw new ConsoleError({ kind: "request-invalid", issues });
}
