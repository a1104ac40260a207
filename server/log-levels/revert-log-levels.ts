import type { Caller, ClusterAddress } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { type ClusterLogging, readClusterLogging } from "./parts/cluster-logging.ts";
import { type RevertedLogging, revertLevels } from "./parts/edit-levels.ts";
import { fileDiff } from "./parts/file-diff.ts";
import { recordChanges } from "./parts/record-changes.ts";
import { touchPods } from "./parts/touch-pods.ts";
import { writeLogging } from "./parts/write-logging.ts";
import type { revertLogLevelsOperation } from "./schema.ts";

type Answer = AnswerOf<typeof revertLogLevelsOperation>;

/** Takes changed levels back to what the file said before: those named, or all. A logger without an override is left out. */
export function revertLogLevels(
  { loggers, ...address }: RequestOf<typeof revertLogLevelsOperation>,
  caller: Caller,
): Promise<Answer> {
  return revertWhere(address, caller, (logger) => loggers === undefined || loggers.includes(logger));
}

/**
 * Reverts the overrides that `isOver` picks. Two consoles may do it at once: the version of the ConfigMap lets one
 * write, and the other finds nothing left to revert.
 */
export async function revertWhere(
  address: ClusterAddress,
  caller: Caller,
  isOver: (logger: string, current: ClusterLogging) => boolean,
): Promise<Answer> {
  const edit = (current: ClusterLogging) =>
    revertLevels(
      current,
      Object.keys(current.kept.overrides).filter((logger) => isOver(logger, current)),
      { by: caller.identity.name, at: new Date().toISOString() },
    );
  const first = await readClusterLogging(address, caller);
  const preview = edit(first);
  if (preview.reverted.length + preview.keptAsChanged.length === 0) {
    return { diff: fileDiff(first.name, first.text, first.text), touched: 0, reverted: [], keptAsChanged: [] };
  }
  const { before, next } = await recordChanges(address, caller, preview.change, {}, () =>
    writeLogging(address, caller, (current) => refuseNothing(edit(current), address)),
  );
  return {
    diff: fileDiff(before.name, before.text, next.text),
    writtenAt: next.change.at,
    ...(await touchPods(before.pods, address, caller)),
    reverted: [...next.reverted],
    keptAsChanged: [...next.keptAsChanged],
  };
}

/** Somebody else has reverted them between the first read and the write. */
function refuseNothing(edited: RevertedLogging, { clusterId }: ClusterAddress): RevertedLogging {
  if (edited.reverted.length + edited.keptAsChanged.length > 0) return edited;
  throw new ConsoleError({ kind: "changed-meanwhile", resource: `The levels of ${clusterId}`, now: "reverted" });
}
