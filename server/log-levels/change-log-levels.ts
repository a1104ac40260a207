import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { ClusterLogging } from "./parts/cluster-logging.ts";
import { readClusterLogging } from "./parts/cluster-logging.ts";
import { type ChangeNote, setLevels, wantedIssues } from "./parts/edit-levels.ts";
import { fileDiff } from "./parts/file-diff.ts";
import { writtenLevel } from "./parts/logging-syntax.ts";
import { recordChanges } from "./parts/record-changes.ts";
import { touchPods } from "./parts/touch-pods.ts";
import { writeLogging } from "./parts/write-logging.ts";
import type { changeLogLevelsOperation } from "./schema.ts";

type Request = RequestOf<typeof changeLogLevelsOperation>;
type Answer = AnswerOf<typeof changeLogLevelsOperation>;

/**
 * Sets the levels of one logger or several in a cluster's logging file and makes the pods' kubelets mount it at once.
 *
 * Another person's change of other loggers is kept; one of the same loggers since `seen`, or since the first read, ends
 * in `changed-meanwhile` with what they wrote. Nothing is written for a dry run.
 */
export async function changeLogLevels(request: Request, caller: Caller): Promise<Answer> {
  const note = noteOf(request, caller);
  const first = await readClusterLogging(request, caller);
  const issues = wantedIssues(first.file, request.changes);
  if (issues.length > 0) throw new ConsoleError({ kind: "request-invalid", issues });
  const seen = new Map(
    request.changes.map(({ logger, seen }) => [logger, seen === undefined ? writtenLevel(first.file, logger) : seen]),
  );
  const edit = (current: ClusterLogging) => {
    refuseOthersChange(current, seen);
    return setLevels(current, request.changes, { ...note, at: new Date().toISOString() });
  };
  const preview = edit(first);
  if (request.dryRun) return { diff: fileDiff(first.name, first.text, preview.text), touched: 0 };
  const { before, next } = await recordChanges(request, caller, preview.change, note, () =>
    writeLogging(request, caller, edit),
  );
  return {
    diff: fileDiff(before.name, before.text, next.text),
    writtenAt: next.change.at,
    ...(await touchPods(before.pods, request, caller)),
  };
}

function noteOf({ until, forSeconds, reason }: Request, caller: Caller): Omit<ChangeNote, "at"> {
  const now = Date.now();
  if (until !== undefined && forSeconds !== undefined) {
    const detail = "Give either until or forSeconds.";
    throw new ConsoleError({ kind: "request-invalid", issues: [{ field: "until", code: "two-ends", detail }] });
  }
  if (until !== undefined && Date.parse(until) <= now) {
    const detail = "The time is over already.";
    throw new ConsoleError({ kind: "request-invalid", issues: [{ field: "until", code: "in-the-past", detail }] });
  }
  const end = forSeconds === undefined ? until : new Date(now + forSeconds * 1_000).toISOString();
  return {
    by: caller.identity.name,
    ...(end !== undefined && { until: end }),
    ...(reason !== undefined && reason !== "" && { reason }),
  };
}

function refuseOthersChange(current: ClusterLogging, seen: ReadonlyMap<string, string | null>): void {
  for (const [logger, before] of seen) {
    const now = writtenLevel(current.file, logger);
    if (now === before) continue;
    const by = current.kept.overrides[logger]?.by;
    throw new ConsoleError({
      kind: "changed-meanwhile",
      resource: `The level of ${logger}`,
      now: `${now ?? "without a level of its own"}${by === undefined ? "" : `, set by ${by}`}`,
    });
  }
}
