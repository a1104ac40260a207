import { z } from "zod";
import { ConsoleError, type Failure, type Issue } from "../errors.ts";

const causeSchema = z.object({
  reason: z.string().optional(),
  message: z.string().optional(),
  field: z.string().optional(),
});

/** What the API server answers instead of an object. Only these fields decide anything; `message` is for people. */
export const statusSchema = z.object({
  kind: z.literal("Status"),
  reason: z.string().optional(),
  message: z.string().optional(),
  code: z.number().optional(),
  details: z
    .object({
      name: z.string().optional(),
      kind: z.string().optional(),
      retryAfterSeconds: z.number().optional(),
      causes: z.array(causeSchema).optional(),
    })
    .optional(),
});
export type Status = z.infer<typeof statusSchema>;

/** What was asked, so that the failure can name it. */
export interface Asked {
  readonly context: string;
  /** As access reviews spell it: get, list, watch, create, update, patch, delete. */
  readonly verb: string;
  /** Such as `Deployment flink/orders`. */
  readonly resource: string;
  readonly namespace?: string | undefined;
  /** Set where Kubernetes' own words may quote a secret value. */
  readonly secret?: boolean;
}

const messageLimit = 2000;
const causesLimit = 50;

/** Parses a body as a Status; undefined when it is something else. */
export function parseStatus(text: string): Status | undefined {
  try {
    const parsed = statusSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Translates a refusal by its HTTP code and `reason`, never by its text. */
export function failureOfStatus(code: number, status: Status | undefined, asked: Asked): Failure {
  const conflict = status?.reason === "AlreadyExists" ? "already-exists" : "changed-meanwhile";
  switch (code) {
    case 401:
      return { kind: "kubernetes-rejected", detail: `Context ${asked.context}: its credentials are not accepted.` };
    case 403:
      return {
        kind: "not-permitted",
        verb: asked.verb,
        resource: asked.resource,
        ...(asked.namespace !== undefined && { namespace: asked.namespace }),
      };
    case 404:
    case 410:
      return { kind: "not-found", resource: missing(status, asked) };
    case 409:
      return { kind: conflict, resource: asked.resource };
    case 413:
      return { kind: "too-large", what: asked.resource, limit: "what Kubernetes takes in one object" };
    case 429:
      return { kind: "not-possible-now", detail: `Kubernetes (${asked.context}) has too many requests. Try again.` };
    case 502:
    case 503:
      return { kind: "kubernetes-unreachable", context: asked.context };
    case 504:
      return { kind: "timed-out", what: `${asked.verb} ${asked.resource}`, afterMs: 0 };
    default:
      return rejected(code, status, asked);
  }
}

/** The same as an error, the Kubernetes message kept as its cause for the log. */
export function errorOfStatus(code: number, status: Status | undefined, asked: Asked): ConsoleError {
  const cause = new Error(`${code} ${status?.reason ?? ""} ${asked.secret ? "" : (status?.message ?? "")}`.trim());
  return new ConsoleError(failureOfStatus(code, status, asked), { cause });
}

/** A refusal in Kubernetes' own words: of an admission rule, a quota, or a field. */
export function rejected(code: number, status: Status | undefined, asked: Asked): Failure {
  const causes = status?.details?.causes ?? [];
  const issues = causes.slice(0, causesLimit).map(
    (cause): Issue => ({
      ...(cause.field !== undefined && { field: cause.field }),
      code: kebab(cause.reason ?? status?.reason ?? "rejected"),
      detail: asked.secret ? (cause.reason ?? "Not valid.") : cut(cause.message ?? "Not valid."),
    }),
  );
  const words = asked.secret ? undefined : status?.message;
  return {
    kind: "kubernetes-rejected",
    detail: cut(words ?? `${asked.resource} was refused (${status?.reason ?? code}).`),
    ...(issues.length > 0 && { issues }),
  };
}

/** A missing namespace is told apart from the missing object that was asked for. */
function missing(status: Status | undefined, asked: Asked): string {
  const { kind, name } = status?.details ?? {};
  return kind === "namespaces" && name !== undefined ? `Namespace ${name}` : asked.resource;
}

const cut = (text: string) => (text.length > messageLimit ? `${text.slice(0, messageLimit)}…` : text);
const kebab = (words: string) => words.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
