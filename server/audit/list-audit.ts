import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import type { listAuditOperation } from "./schema.ts";

type Request = RequestOf<typeof listAuditOperation>;

/** One page of the audit log, newest first, and whether there is more. */
export async function listAudit(
  { limit, ...filter }: Request,
  caller: Caller,
): Promise<AnswerOf<typeof listAuditOperation>> {
  const found = await caller.audit.list({ ...filter, limit: limit + 1 });
  const entries = found.slice(0, limit).map((entry) => ({ ...entry, at: entry.at.toISOString() }));
  return { entries, more: found.length > limit };
}
