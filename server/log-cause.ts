import { ConsoleError, type Failure } from "./errors.ts";

/** What the log tells of an error. Nothing else of it is written: a client library's error carries headers and bodies. */
interface LoggedCause {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly failure?: Failure;
  readonly stack?: string;
  readonly cause?: LoggedCause;
}

/** An error and its causes, at most five deep. */
export function describeCause(error: unknown, depth = 0): LoggedCause {
  if (!(error instanceof Error)) return { name: typeof error, message: "not an error" };
  const code =
    "code" in error && (typeof error.code === "string" || typeof error.code === "number") ? error.code : undefined;
  return {
    name: error.name,
    message: error.message.slice(0, 2_000),
    ...(code !== undefined && { code }),
    ...(error instanceof ConsoleError && { failure: error.failure }),
    ...(error.stack !== undefined && { stack: error.stack.slice(0, 8_000) }),
    ...(error.cause !== undefined && depth < 5 && { cause: describeCause(error.cause, depth + 1) }),
  };
}
