import { z } from "zod";
import { ConsoleError, type Issue } from "../errors.ts";
import type { Operation, RequestOf } from "../operation.schema.ts";
import { readJsonBody } from "./read-body.ts";

/** What Next hands to a route handler beside the request. Values are percent-decoded already, once; none is undefined. */
export interface RouteContext {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>> | undefined>;
}

/**
 * Parses path, query and body by the operation's schemas and merges them flat. The path wins over the others, so that
 * a body can't redirect a request to another cluster.
 *
 * Throws `request-invalid` with every issue found, or what `readJsonBody` throws.
 */
export async function readRequest<O extends Operation>(
  operation: O,
  request: Request,
  context: RouteContext,
): Promise<RequestOf<O>> {
  const issues: Issue[] = [];
  const part = (schema: z.ZodType, input: unknown): object => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) issues.push(...parsed.error.issues.map(issueOf));
    return typeof parsed.data === "object" && parsed.data !== null ? parsed.data : {};
  };
  const params = part(operation.params, (await context.params) ?? {});
  const query = part(operation.query, queryInput(operation.query, new URL(request.url).searchParams));
  const body = operation.method === "GET" ? {} : part(operation.body, await readJsonBody(request));
  if (issues.length > 0) throw new ConsoleError({ kind: "request-invalid", issues });
  // Each part is the output of its own schema, and RequestOf is their intersection.
  return { ...body, ...query, ...params } as RequestOf<O>;
}

/** A zod issue as ours. A check may name its own code: `refine(…, { params: { code: "memory-too-small" } })`. */
export function issueOf(issue: z.core.$ZodIssue): Issue {
  const own = issue.code === "custom" ? issue.params?.["code"] : undefined;
  return {
    field: issue.path.length === 0 ? undefined : issue.path.map(String).join("."),
    code: typeof own === "string" ? own : issue.code.replaceAll("_", "-"),
    detail: issue.message,
  };
}

/** Query parameters as a schema's input: a name that the schema wants as an array is one, however often it comes. */
function queryInput(schema: z.ZodType, parameters: URLSearchParams): Record<string, string | string[]> {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const [first = "", ...more] = parameters.getAll(name);
      return [name, more.length > 0 || wantsArray(shape[name]) ? [first, ...more] : first];
    }),
  );
}

function wantsArray(schema: unknown): boolean {
  if (schema instanceof z.ZodArray) return true;
  if (schema instanceof z.ZodPipe) return wantsArray(schema.in);
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch;
  return wrapped && wantsArray(schema.unwrap());
}
