import type { LogLevelChange, PrismaClient } from "#generated/prisma/client.ts";
import type { LogLevelMemory, RememberedChange } from "./log-level-memory.ts";

/** Clusters come and go; the oldest leave first. */
const mostMaps = 2_000;
const mostChanges = 20_000;

/** What was changed in logging files, in the database. */
export function prismaLogLevelMemory(prisma: PrismaClient): LogLevelMemory {
  return {
    async keep(configMapUid, kept, nextEnd) {
      const data = { kept: JSON.stringify(kept), nextEnd: nextEnd ?? null, savedAt: new Date() };
      await prisma.logLevelMemory.upsert({
        where: { configMapUid },
        create: { configMapUid, ...data },
        update: data,
      });
      await forgetOldMaps(prisma);
    },
    async find(configMapUid) {
      const row = await prisma.logLevelMemory.findUnique({ where: { configMapUid } });
      return row === null ? undefined : JSON.parse(row.kept);
    },
    async ended(now) {
      const rows = await prisma.logLevelMemory.findMany({
        where: { nextEnd: { lte: now } },
        select: { configMapUid: true },
        take: mostMaps,
      });
      return rows.map(({ configMapUid }) => configMapUid);
    },
    async noteChange(configMapUid, at, change) {
      const data = { configMapUid, at, change: JSON.stringify(change) };
      await prisma.logLevelChange.upsert({
        where: { configMapUid_at: { configMapUid, at } },
        create: data,
        update: {},
      });
      await forgetOldChanges(prisma);
    },
    async noteEffect(configMapUid, at, effect) {
      const data = { effect: JSON.stringify(effect), effectAt: new Date() };
      await prisma.logLevelChange.updateMany({ where: { configMapUid, at, effect: null }, data });
    },
    async changes(configMapUid, limit) {
      const where = { configMapUid };
      const rows = await prisma.logLevelChange.findMany({ where, orderBy: { at: "desc" }, take: limit });
      return rows.map(changeOf);
    },
  };
}

async function forgetOldMaps(prisma: PrismaClient): Promise<void> {
  const oldest = await prisma.logLevelMemory.findFirst({
    orderBy: { savedAt: "desc" },
    skip: mostMaps,
    select: { savedAt: true },
  });
  if (oldest) await prisma.logLevelMemory.deleteMany({ where: { savedAt: { lte: oldest.savedAt } } });
}

async function forgetOldChanges(prisma: PrismaClient): Promise<void> {
  const oldest = await prisma.logLevelChange.findFirst({
    orderBy: { at: "desc" },
    skip: mostChanges,
    select: { at: true },
  });
  if (oldest) await prisma.logLevelChange.deleteMany({ where: { at: { lte: oldest.at } } });
}

function changeOf({ configMapUid, at, change, effect, effectAt }: LogLevelChange): RememberedChange {
  return {
    configMapUid,
    at,
    change: JSON.parse(change),
    ...(effect !== null && { effect: JSON.parse(effect) }),
    ...(effectAt !== null && { effectAt }),
  };
}
