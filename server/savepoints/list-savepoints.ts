import type { Caller } from "../caller.ts";
import type { AnswerOf, RequestOf } from "../operation.schema.ts";
import { followOpen } from "./follow-open.ts";
import { follow } from "./parts/follow.ts";
import { hasEnded, savepointOf } from "./parts/savepoint-of.ts";
import type {
  forgetSavepointOperation,
  listClusterSavepointsOperation,
  listSavepointsOperation,
  readSavepointOperation,
} from "./schema.ts";

type Answer = AnswerOf<typeof listSavepointsOperation>;

/** Savepoints seen or made, the newest first, of clusters that are gone too. Source class: the console's store. */
export async function listSavepoints(
  request: RequestOf<typeof listSavepointsOperation>,
  caller: Caller,
): Promise<Answer> {
  return await listed(request, caller);
}

/** Savepoints of one cluster, or of one of its jobs, the newest first. */
export async function listClusterSavepoints(
  request: RequestOf<typeof listClusterSavepointsOperation>,
  caller: Caller,
): Promise<Answer> {
  return await listed(request, caller);
}

interface Wanted {
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly jobId?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

async function listed({ before, limit, ...wanted }: Wanted, caller: Caller): Promise<Answer> {
  await followOpen(caller);
  const filter = { ...wanted, before: before === undefined ? undefined : new Date(before) };
  const records = await caller.savepoints.list({ ...filter, limit: limit + 1 });
  const mayBeSeen = records.filter((record) => caller.contexts.includes(record.context));
  return { savepoints: mayBeSeen.slice(0, limit).map(savepointOf), cut: records.length > limit };
}

/** One savepoint, followed on if its end is not known yet. Throws `not-found`. */
export async function readSavepoint(
  { id }: RequestOf<typeof readSavepointOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof readSavepointOperation>> {
  const record = await caller.savepoints.find(id);
  if (!hasEnded(record)) follow(record, caller).catch(() => undefined);
  return savepointOf(record);
}

/** Takes a savepoint off the list. Its files stay where they are. */
export async function forgetSavepoint(
  { id }: RequestOf<typeof forgetSavepointOperation>,
  caller: Caller,
): Promise<AnswerOf<typeof forgetSavepointOperation>> {
  const { context, namespace, clusterId, path, jobName } = await caller.savepoints.find(id);
  const entry = { action: "savepoint.forget", context, namespace, clusterId, subject: path ?? jobName };
  await caller.audit.record(entry, () => caller.savepoints.delete(id));
  return {};
}
