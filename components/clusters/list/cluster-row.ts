import type { Arrangeable } from "./arrange.ts";

/** One line of the list. What is not known is absent, and its cell says so. */
export interface ClusterRow extends Arrangeable {
  readonly mode: "session" | "application";
  readonly flinkVersion?: string | undefined;
  readonly managedByOperator: boolean;
  readonly slots?: { readonly used: number; readonly total: number } | undefined;
  readonly jobs?: number | undefined;
  /** Cores that the pods request. */
  readonly cpu?: number | undefined;
  /** Memory that the pods request. */
  readonly memoryMiB?: number | undefined;
  /** Set where its context does not answer: what is shown was seen then. */
  readonly lastSeenAt?: string | undefined;
}
