import { z } from "zod";
import type { PrismaClient, SavepointRecord as Row } from "#generated/prisma/client.ts";
import { ConsoleError } from "../errors.ts";
import type { SavepointRecord, SavepointRecords } from "./savepoint-records.ts";

const kind = z.enum(["savepoint", "stop", "seen", "checkpoint"]);
const state = z.enum(["asked", "in-progress", "completed", "failed", "unknown", "disposed"]);
const maxReason = 2_000;

/** Savepoints in the database; new ones are written in the name of `who`. */
export function prismaSavepointRecords(prisma: PrismaClient, who: string): SavepointRecords {
  return {
    async add(record) {
      return recordOf(await prisma.savepointRecord.create({ data: { ...columnsOf(record), who } }));
    },
    async note(record) {
      const { context, namespace, clusterId, path } = record;
      await prisma.savepointRecord.upsert({
        where: { context_namespace_clusterId_path: { context, namespace, clusterId, path } },
        create: { ...columnsOf(record), who },
        update: {},
      });
    },
    async find(id) {
      const row = await prisma.savepointRecord.findUnique({ where: { id } });
      if (row === null) throw new ConsoleError({ kind: "not-found", resource: `Savepoint ${id}` });
      return recordOf(row);
    },
    async update(id, { state: next, path, sizeBytes, reason, endedAt }) {
      const data = {
        ...(next !== undefined && { state: next }),
        ...(path !== undefined && { path }),
        ...(sizeBytes !== undefined && { sizeBytes }),
        ...(reason !== undefined && { reason: reason.slice(0, maxReason) }),
        ...(endedAt !== undefined && { endedAt }),
      };
      const update = prisma.savepointRecord.update({ where: { id }, data });
      if (path === undefined) return recordOf(await update);
      // Somebody may have seen it on the cluster before its own end was known here.
      const seen = prisma.savepointRecord.deleteMany({ where: { path, kind: "seen", id: { not: id } } });
      const [, row] = await prisma.$transaction([seen, update]);
      return recordOf(row);
    },
    async list({ context, namespace, clusterId, jobId, open, before, limit }) {
      const rows = await prisma.savepointRecord.findMany({
        where: {
          ...(context !== undefined && { context }),
          ...(namespace !== undefined && { namespace }),
          ...(clusterId !== undefined && { clusterId }),
          ...(jobId !== undefined && { jobId }),
          ...(open && { state: { in: ["asked", "in-progress"] } }),
          ...(before && { askedAt: { lt: before } }),
        },
        orderBy: { askedAt: "desc" },
        take: limit,
      });
      return rows.map(recordOf);
    },
    async delete(id) {
      await prisma.savepointRecord.deleteMany({ where: { id } });
    },
  };
}

function columnsOf(record: Omit<SavepointRecord, "who">) {
  const { path, directory, format, drain, sizeBytes, reason, endedAt, ...rest } = record;
  return {
    ...rest,
    path: path ?? null,
    directory: directory ?? null,
    format: format ?? null,
    drain: drain ?? null,
    sizeBytes: sizeBytes ?? null,
    reason: reason?.slice(0, maxReason) ?? null,
    endedAt: endedAt ?? null,
  };
}

const recordOf = (row: Row): SavepointRecord => ({
  ...row,
  kind: kind.parse(row.kind),
  state: state.parse(row.state),
  path: row.path ?? undefined,
  directory: row.directory ?? undefined,
  format: row.format ?? undefined,
  drain: row.drain ?? undefined,
  sizeBytes: row.sizeBytes === null ? undefined : Number(row.sizeBytes),
  reason: row.reason ?? undefined,
  endedAt: row.endedAt ?? undefined,
});
