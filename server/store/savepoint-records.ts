/**
 * `savepoint` and `stop` were asked for here, `seen` is a savepoint that somebody else made, `checkpoint` the last
 * checkpoint of a job that keeps it when cancelled.
 */
export type SavepointKind = "savepoint" | "stop" | "seen" | "checkpoint";

/**
 * `asked`: written before Flink was asked. `in-progress`: Flink has taken it. `unknown`: nobody can tell any more how it
 * ended. `disposed`: its files were deleted through a cluster.
 */
export type SavepointState = "asked" | "in-progress" | "completed" | "failed" | "unknown" | "disposed";

/** A savepoint as the console knows it: it outlives its cluster. */
export interface SavepointRecord {
  /** For those asked for here, the trigger id that Flink knows it by. */
  readonly id: string;
  readonly kind: SavepointKind;
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
  readonly jobId: string;
  readonly jobName: string;
  readonly state: SavepointState;
  /** Where it lies, once that is known. */
  readonly path?: string | undefined;
  /** As it was asked for; undefined means what the cluster has configured. */
  readonly directory?: string | undefined;
  readonly format?: string | undefined;
  readonly drain?: boolean | undefined;
  readonly sizeBytes?: number | undefined;
  /** Why it failed, or what is not known. */
  readonly reason?: string | undefined;
  readonly askedAt: Date;
  readonly endedAt?: Date | undefined;
  readonly who: string;
}

export interface SavepointFilter {
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly jobId?: string | undefined;
  /** Only those whose end is still to be found out. */
  readonly open?: boolean;
  /** Records asked for before this moment. */
  readonly before?: Date | undefined;
  readonly limit: number;
}

export interface SavepointRecords {
  add(record: Omit<SavepointRecord, "who">): Promise<SavepointRecord>;
  /** Adds it unless that path of that cluster is known. */
  note(record: Omit<SavepointRecord, "who"> & { readonly path: string }): Promise<void>;
  /** Throws `not-found`. */
  find(id: string): Promise<SavepointRecord>;
  update(
    id: string,
    changes: Partial<Pick<SavepointRecord, "state" | "path" | "sizeBytes" | "reason" | "endedAt">>,
  ): Promise<SavepointRecord>;
  /** The newest first. */
  list(filter: SavepointFilter): Promise<SavepointRecord[]>;
  delete(id: string): Promise<void>;
}
