import type { Caller } from "../caller.ts";
import { isFailure } from "../errors.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { listNamespacesOperation } from "./schema.ts";

const mostNamespaces = 1_000;

/** Namespaces of a context by name; the context's own alone where they may not be listed. */
export async function listNamespaces(
  { context }: RequestOf<typeof listNamespacesOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof listNamespacesOperation>> {
  const door = caller.kubernetes(context);
  try {
    const { items, cut } = await door.list("Namespace", undefined, { limit: mostNamespaces });
    const namespaces = items.flatMap(({ metadata }) => metadata?.name ?? []).sort();
    return { namespaces, listed: true, cut };
  } catch (error) {
    if (!isFailure(error, "not-permitted")) throw error;
    return { namespaces: [door.defaultNamespace], listed: false, cut: false };
  }
}
