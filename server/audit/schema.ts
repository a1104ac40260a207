import { z } from "zod";
import { operation } from "../operation.schema.ts";

/** One change that somebody asked for. */
export const auditEntry = z.object({
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  who: z.string(),
  /** Such as `cluster.create`, `job.cancel`, `log-level.change`. */
  action: z.string(),
  context: z.string(),
  namespace: z.string(),
  clusterId: z.string(),
  /** What within the cluster: a job's id, a logger's name. */
  subject: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  /** `asked` stays when the console died before the change ended: whether it happened is not known. */
  outcome: z.enum(["asked", "done", "failed"]),
  /** The failure's kind and sentence. */
  detail: z.string().optional(),
});
export type AuditEntry = z.output<typeof auditEntry>;

export const listAuditOperation = operation({
  id: "listAudit",
  method: "GET",
  path: "/audit",
  summary: "Changes that were asked for through this console, newest first",
  query: z.object({
    context: z.string().min(1).max(253).optional(),
    namespace: z.string().min(1).max(63).optional(),
    clusterId: z.string().min(1).max(253).optional(),
    /** Within the cluster's address, the action, its subject or who. */
    text: z.string().min(1).max(200).optional(),
    /** The id of the last entry of the page before. */
    before: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({
    entries: z.array(auditEntry),
    /** There are older ones: ask again with `before`. */
    more: z.boolean(),
  }),
});
