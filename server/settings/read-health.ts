import type { Caller } from "../caller.ts";
import type { AnswerOf } from "../operation.schema.ts";
import { version } from "../version.ts";
import type { readHealthOperation } from "./schema.ts";

/** Answers when the database can be read. Kubernetes is left out: a context that is down is no fault of the console. */
export async function readHealth(_request: unknown, caller: Caller): Promise<AnswerOf<typeof readHealthOperation>> {
  await caller.audit.list({ limit: 1 });
  return { status: "ok", version };
}
