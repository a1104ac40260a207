/** `running`: a console works on it. `halted`: a step failed, and a person says how it goes on. */
export type ProcedureState = "running" | "halted" | "done" | "given-up";

/** Something that is done to a cluster step by step, and goes on after a restart of the console. */
export interface ClusterProcedure {
  /** Sorts by time: the newest has the greatest. */
  readonly id: string;
  readonly kind: "delete" | "recreate";
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
  readonly state: ProcedureState;
  /** What is to be done, as JSON. The store does not know Flink; who reads it parses it. */
  readonly plan: unknown;
  /** How far it is, as JSON. */
  readonly progress: unknown;
  readonly askedAt: Date;
  readonly endedAt?: Date | undefined;
  readonly who: string;
}

export interface ProcedureFilter {
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly state?: ProcedureState | undefined;
  readonly limit: number;
}

/** Who works on a procedure, and until when without saying so again. */
export interface Holding {
  readonly holder: string;
  readonly until: Date;
}

/** Of one cluster there is at most one that is `running`. */
export interface ClusterProcedures {
  /** Adds it as running. One of the same cluster that is halted is given up by it. Throws `not-possible-now` where one is running. */
  add(
    procedure: Pick<ClusterProcedure, "kind" | "context" | "namespace" | "clusterId" | "plan" | "progress">,
    holding: Holding,
  ): Promise<ClusterProcedure>;
  /** Throws `not-found`. */
  find(id: string): Promise<ClusterProcedure>;
  /** The newest first. */
  list(filter: ProcedureFilter): Promise<ClusterProcedure[]>;
  /** Takes a running procedure that nobody holds any more, or holds it longer. False where somebody else has it. */
  hold(id: string, holding: Holding): Promise<boolean>;
  /** Throws `changed-meanwhile` for who does not hold it: what another process does is never overwritten. */
  save(id: string, holder: string, change: ProcedureChange): Promise<ClusterProcedure>;
  /** Makes a halted one run again. Throws `not-possible-now` where it is not halted or another one is running. */
  reopen(id: string, progress: unknown, holding: Holding): Promise<ClusterProcedure>;
  /** Gives a halted one up. Throws `not-possible-now` where it is not halted. */
  giveUp(id: string): Promise<ClusterProcedure>;
}

export interface ProcedureChange {
  /** `halted` and `done` let it go. */
  readonly state?: Exclude<ProcedureState, "given-up">;
  readonly progress?: unknown;
}
