import { z } from "zod";
import type { AnswerOf, Operation, RequestOf } from "../../server/operation.schema.ts";
import { readSettingsOperation } from "../../server/settings/schema.ts";

const problem = z.object({ title: z.string(), detail: z.string().optional() });

/** What went wrong, in a sentence for the terminal. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
}

/** Where the console answers. */
export const consoleUrl = (): URL => new URL(process.env["DREY_URL"] ?? "http://127.0.0.1:3000");

type Input<O extends Operation> = z.input<O["params"]> & z.input<O["query"]> & z.input<O["body"]>;

/** Splits an input into path, query and the rest, as the operation's schemas name them. */
export function addressOf(operation: Operation, input: object): { readonly path: string; readonly rest: object } {
  const members = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = members.get(name);
    members.delete(name);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  const inQuery = operation.query instanceof z.ZodObject ? Object.keys(operation.query.shape) : [];
  for (const name of inQuery) {
    if (members.has(name)) query.set(name, String(members.get(name)));
    members.delete(name);
  }
  return { path: `/api/v1${path}${query.size > 0 ? `?${query}` : ""}`, rest: Object.fromEntries(members) };
}

/** Calls one operation of the console's API. Throws CommandFailure with the problem's sentence. */
export async function call<O extends Operation>(operation: O, input: Input<O>, file?: Blob): Promise<AnswerOf<O>> {
  const { path, rest } = addressOf(operation, input as RequestOf<O> & object);
  const sendsJson = operation.method !== "GET" && file === undefined && Object.keys(rest).length > 0;
  const response = await fetch(new URL(path, consoleUrl()), {
    method: operation.method,
    ...(sendsJson && { headers: { "content-type": "application/json" }, body: JSON.stringify(rest) }),
    ...(file && { headers: { "content-type": "application/java-archive" }, body: file }),
  }).catch((cause: unknown) => {
    throw new CommandFailure(`the console at ${consoleUrl().origin} does not answer; DREY_URL says where it is`, {
      cause,
    });
  });
  const answer: unknown = response.status === 204 ? {} : await response.json().catch(() => undefined);
  if (!response.ok) {
    const said = problem.safeParse(answer).data;
    throw new CommandFailure(said?.detail ?? said?.title ?? `the console answered ${response.status}`);
  }
  return operation.answer.parse(answer) as AnswerOf<O>;
}

/** The console's own current context. */
export async function currentContext(): Promise<string> {
  const { contexts } = await call(readSettingsOperation, {});
  const [first] = contexts;
  if (first === undefined) throw new CommandFailure("the console knows no Kubernetes context");
  return first;
}
