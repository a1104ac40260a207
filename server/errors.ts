/** Something to correct: where it is and what is wrong. `field` is a path in the request or an option's key. */
export interface Issue {
  readonly field?: string | undefined;
  /** A stable word for programs, such as `memory-too-small`. */
  readonly code: string;
  /** A sentence for people: the fact first, then the number. */
  readonly detail: string;
}

/**
 * Everything that can go wrong, as data. Programs switch on `kind`, never on text.
 *
 * A member holds only what may be shown to the person who asked: never a Secret's value, a token or a stack.
 */
export type Failure =
  | { readonly kind: "request-invalid"; readonly issues: readonly Issue[] }
  | { readonly kind: "not-signed-in" }
  | { readonly kind: "origin-refused"; readonly origin: string }
  | { readonly kind: "host-refused"; readonly host: string }
  | { readonly kind: "media-type-refused"; readonly mediaType: string; readonly wanted: string }
  | { readonly kind: "not-permitted"; readonly verb: string; readonly resource: string; readonly namespace?: string }
  | { readonly kind: "not-found"; readonly resource: string }
  | { readonly kind: "already-exists"; readonly resource: string }
  /** `now` is what it has become, where that can be told. */
  | { readonly kind: "changed-meanwhile"; readonly resource: string; readonly now?: string }
  | { readonly kind: "not-possible-now"; readonly detail: string }
  | { readonly kind: "too-large"; readonly what: string; readonly limit: string }
  | { readonly kind: "kubernetes-rejected"; readonly detail: string; readonly issues?: readonly Issue[] }
  | { readonly kind: "kubernetes-unreachable"; readonly context: string }
  | { readonly kind: "flink-rejected"; readonly detail: string }
  | { readonly kind: "flink-unreachable"; readonly clusterId: string }
  | { readonly kind: "timed-out"; readonly what: string; readonly afterMs: number }
  | { readonly kind: "unexpected" };

export type FailureKind = Failure["kind"];

const brand = Symbol.for("drey.ConsoleError");

/**
 * The one error that crosses our own borders. `cause` is for the log and is never sent.
 */
export class ConsoleError extends Error {
  /** Next loads copies of this module; an error made by what another copy opened is one of ours all the same. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && brand in value;
  }

  override readonly name = "ConsoleError";
  readonly [brand] = true;
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind, options);
    this.failure = failure;
  }
}

/** Tells whether `error` is our own error of that kind. */
export function isFailure<K extends FailureKind>(
  error: unknown,
  kind: K,
): error is ConsoleError & { readonly failure: Extract<Failure, { kind: K }> } {
  return error instanceof ConsoleError && error.failure.kind === kind;
}
