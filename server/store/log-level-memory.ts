/** One change of a cluster's logging file, and what was seen of its effect. */
export interface RememberedChange {
  readonly configMapUid: string;
  readonly at: Date;
  /** As log levels keep it on the ConfigMap. The store does not know Flink; who reads it parses it. */
  readonly change: unknown;
  readonly effect?: unknown;
  readonly effectAt?: Date | undefined;
}

/**
 * What was changed in clusters' logging files, once more beside the annotations on their ConfigMaps: it outlives an
 * annotation that somebody removes. A ConfigMap is named by its uid, so that a cluster made anew under the same name has
 * nothing to do with it. All of it may be lost without losing a cluster.
 */
export interface LogLevelMemory {
  /** Replaces what was kept. `nextEnd`: when the first of it is to be ended. */
  keep(configMapUid: string, kept: unknown, nextEnd: Date | undefined): Promise<void>;
  /** Undefined when nothing was kept. */
  find(configMapUid: string): Promise<unknown>;
  /** ConfigMaps of which something is to be ended by now. */
  ended(now: Date): Promise<string[]>;
  /** Notes a change once; a change of that time that is known already stays as it is. */
  noteChange(configMapUid: string, at: Date, change: unknown): Promise<void>;
  /** Notes what came of a change once. */
  noteEffect(configMapUid: string, at: Date, effect: unknown): Promise<void>;
  /** Newest first. */
  changes(configMapUid: string, limit: number): Promise<RememberedChange[]>;
}
