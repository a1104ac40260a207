import { createHash } from "node:crypto";
import type { LoggingFile } from "../../flink/log4j/logging-file.ts";
import type { ClusterLogging } from "./cluster-logging.ts";
import type { SoughtChange } from "./find-evidence.ts";

/** A change of a level and when it was made. */
export interface DatedChange extends SoughtChange {
  readonly at: Date;
}

/** What is to be proved in each pod. */
export interface ProofInput {
  readonly name: string;
  readonly text: string;
  readonly file: LoggingFile;
  readonly hash: string;
  readonly sought: readonly DatedChange[];
  /** When the file was last changed through a console, by the console's clock. */
  readonly changedAt?: Date | undefined;
  /** Pods started before it were started with a file that is never read again. */
  readonly reloadSince?: Date | undefined;
}

/** The levels to prove: of the last change, and of all overrides. */
export function proofInput({ name, text, file, kept }: ClusterLogging): ProofInput {
  const overrides = Object.entries(kept.overrides).map(([logger, { before, level, at }]) => ({
    logger,
    from: before,
    to: level,
    at: new Date(at),
  }));
  const changedAt = kept.change && new Date(kept.change.at);
  const last = (kept.change?.loggers ?? [])
    .filter(({ logger }) => kept.overrides[logger] === undefined)
    .map((each) => ({ ...each, at: changedAt ?? new Date(0) }));
  return {
    name,
    text,
    file,
    hash: createHash("sha256").update(text).digest("hex"),
    sought: [...overrides, ...last],
    changedAt,
    reloadSince: kept.reloadSince === undefined ? undefined : new Date(kept.reloadSince),
  };
}
