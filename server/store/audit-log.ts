/** One change that somebody asked for. Written before the change (`asked`), completed after it. */
export interface AuditEntry {
  /** Sorts by time: the newest has the greatest. */
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  /** Such as `cluster.create`, `cluster.delete`, `job.cancel`, `log-level.change`. */
  readonly action: string;
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
  /** What within the cluster: a job's id, a logger's name. */
  readonly subject?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly outcome: "asked" | "done" | "failed";
  /** The failure's kind and sentence when it failed. */
  readonly detail?: string | undefined;
}

export type NewAuditEntry = Omit<AuditEntry, "id" | "at" | "who" | "outcome" | "detail">;

export interface AuditLog {
  /**
   * Runs a change between two writes: an entry `asked` before it, `done` or `failed` after it.
   * An entry that stays `asked` tells that the console died in between.
   */
  record<T>(entry: NewAuditEntry, change: () => Promise<T>): Promise<T>;
  /** Newest first. `before` is the id of the last entry that was seen: the page after it. */
  list(filter: AuditFilter): Promise<AuditEntry[]>;
}

export interface AuditFilter {
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
  readonly clusterId?: string | undefined;
  /** Within the cluster's address, the action, its subject or who. ASCII case does not matter; `%` is any text, `_` any sign. */
  readonly text?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}
