import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { AuditEntry as AuditRow, PrismaClient } from "#generated/prisma/client.ts";
import { ConsoleError } from "../errors.ts";
import { failureDetail } from "../failure-detail.ts";
import { log } from "../log.ts";
import type { AuditEntry, AuditFilter, AuditLog, NewAuditEntry } from "./audit-log.ts";

/** What a change was before and after may be a whole file; the log keeps so many characters of each. */
const maxTextLength = 64 * 1024;
const outcome = z.enum(["asked", "done", "failed"]);

/** The audit log in the database, written in the name of `who`. */
export function prismaAuditLog(prisma: PrismaClient, who: string): AuditLog {
  const conclude = (id: string, data: { outcome: AuditEntry["outcome"]; detail?: string }) =>
    prisma.auditEntry.update({ where: { id }, data }).then(
      () => undefined,
      // The change has happened or failed already; the entry stays `asked`, which tells as much.
      (error: unknown) => log.error({ auditEntry: id, ...data, err: error }, "an audit entry can't be completed"),
    );
  return {
    async record(entry, change) {
      const id = await begin(prisma, who, entry);
      try {
        const result = await change();
        await conclude(id, { outcome: "done" });
        return result;
      } catch (error) {
        await conclude(id, { outcome: "failed", detail: detailOf(error) });
        throw error;
      }
    },
    async list(filter) {
      const rows = await prisma.auditEntry.findMany({
        where: whereOf(filter),
        orderBy: { id: "desc" },
        take: filter.limit,
      });
      return rows.map(entryOf);
    },
  };
}

/** Writes the entry `asked`. When it can't be written nothing is changed. */
async function begin(prisma: PrismaClient, who: string, entry: NewAuditEntry): Promise<string> {
  const at = new Date();
  const id = `${at.getTime().toString(16).padStart(12, "0")}-${randomBytes(8).toString("hex")}`;
  const { action, context, namespace, clusterId } = entry;
  const data = { id, at, who, action, context, namespace, clusterId, outcome: "asked" };
  const texts = { subject: cut(entry.subject), before: cut(entry.before), after: cut(entry.after) };
  try {
    await prisma.auditEntry.create({ data: { ...data, ...texts } });
  } catch (cause) {
    const detail = "The audit log can't be written, so nothing was changed. Look at the console's data directory.";
    throw new ConsoleError({ kind: "not-possible-now", detail }, { cause });
  }
  return id;
}

function cut(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.length <= maxTextLength ? text : `${text.slice(0, maxTextLength)}… (${text.length} characters)`;
}

const detailOf = (error: unknown): string =>
  error instanceof ConsoleError
    ? `${error.failure.kind}: ${failureDetail(error.failure)}`
    : "unexpected: the console's log has the cause";

const searched = ["context", "namespace", "clusterId", "action", "subject", "who"] as const;

function whereOf({ context, namespace, clusterId, text, before }: AuditFilter) {
  return {
    ...(context !== undefined && { context }),
    ...(namespace !== undefined && { namespace }),
    ...(clusterId !== undefined && { clusterId }),
    ...(text !== undefined && { OR: searched.map((column) => ({ [column]: { contains: text } })) }),
    ...(before !== undefined && { id: { lt: before } }),
  };
}

const entryOf = (row: AuditRow): AuditEntry => ({
  ...row,
  subject: row.subject ?? undefined,
  before: row.before ?? undefined,
  after: row.after ?? undefined,
  detail: row.detail ?? undefined,
  outcome: outcome.parse(row.outcome),
});
