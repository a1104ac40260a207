import { z } from "zod";
import type { AnswerOf, Operation } from "#server/operation.schema.ts";
import { ConsoleProblem, problemDetails } from "../ui/console-problem.ts";

/** What a caller hands over: path, query and body as one flat object. */
export type InputOf<O extends Operation> = z.input<O["params"]> & z.input<O["query"]> & z.input<O["body"]>;

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null;

/** The members that a schema names; a schema that is no object names none. */
const namesOf = (schema: z.ZodType): ReadonlySet<string> =>
  new Set(schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);

const placeholder = /\{(\w+)\}/g;

function queryOf(members: readonly (readonly [string, unknown])[]): string {
  const query = new URLSearchParams(
    members.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => [name, String(item)])),
  );
  return query.size > 0 ? `?${query}` : "";
}

/** Splits the flat input into the address and what is left for the body. */
function split(operation: Operation, input: unknown): { readonly url: string; readonly body: Members } {
  const members = isMembers(input) ? input : {};
  const path = operation.path.replaceAll(placeholder, (_, name: string) => encodeURIComponent(String(members[name])));
  const inPath = new Set([...operation.path.matchAll(placeholder)].map((match) => match[1]));
  const inQuery = namesOf(operation.query);
  const others = Object.entries(members).filter(([name, value]) => value !== undefined && !inPath.has(name));
  const query = queryOf(others.filter(([name]) => inQuery.has(name)));
  return { url: `/api/v1${path}${query}`, body: Object.fromEntries(others.filter(([name]) => !inQuery.has(name))) };
}

/** The address of a GET operation, for links, downloads and streams. */
export function consoleUrl<O extends Operation>(operation: O, input: InputOf<O>): string {
  return split(operation, input).url;
}

async function send(operation: Operation, input: unknown, options: CallOptions): Promise<Response> {
  const { url, body } = split(operation, input);
  const sendsBody = operation.method !== "GET" && Object.keys(body).length > 0;
  try {
    return await fetch(url, {
      method: operation.method,
      headers: { accept: "application/json", ...(sendsBody && { "content-type": "application/json" }) },
      ...(sendsBody && { body: JSON.stringify(body) }),
      ...(options.signal && { signal: options.signal }),
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ConsoleProblem(
      {
        type: "/problems/console-unreachable",
        title: "No answer",
        status: 0,
        detail: "Drey itself does not answer. It may have been stopped, or the network is gone.",
      },
      { cause },
    );
  }
}

async function problemFrom(response: Response): Promise<ConsoleProblem> {
  const parsed = problemDetails.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return new ConsoleProblem(parsed.data);
  const title = `Answered ${response.status} without saying why`;
  return new ConsoleProblem({ type: "/problems/unexpected", title, status: response.status });
}

/**
 * Calls one operation of the API.
 *
 * @param operation from the subject's `schema.ts`
 * @param input path, query and body as one flat object
 * @returns the parsed answer; `{}` for an answer without a body
 * @throws ConsoleProblem with the problem details; the signal's reason when it was let go
 */
export async function callConsole<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  options: CallOptions = {},
): Promise<AnswerOf<O>> {
  const response = await send(operation, input, options);
  if (!response.ok) throw await problemFrom(response);
  const answer: unknown = response.status === 204 ? {} : await response.json();
  const parsed = operation.answer.safeParse(answer);
  if (parsed.success) return parsed.data as AnswerOf<O>;
  throw new ConsoleProblem(
    {
      type: "/problems/unexpected",
      title: "An answer that this page does not know",
      status: response.status,
      detail: "Drey and this page are of different versions. Load the page again.",
    },
    { cause: parsed.error },
  );
}
