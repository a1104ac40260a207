import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { migrations } from "#generated/migrations.ts";
import { PrismaClient } from "#generated/prisma/client.ts";
import type { AuditLog } from "./audit-log.ts";
import type { LogLevelMemory } from "./log-level-memory.ts";
import { migrate } from "./migrate.ts";
import { prismaAuditLog } from "./prisma-audit-log.ts";
import { prismaLogLevelMemory } from "./prisma-log-level-memory.ts";
import { prismaSavepointRecords } from "./prisma-savepoint-records.ts";
import { prismaSubmittedSpecs } from "./prisma-submitted-specs.ts";
import type { SavepointRecords } from "./savepoint-records.ts";
import type { SubmittedSpecs } from "./submitted-specs.ts";

/**
 * How long to wait for another process's lock, in milliseconds. Short, because SQLite waits in the event loop. It must
 * stand in the options: a PRAGMA is forgotten with the first transaction.
 */
const timeout = 2_000;

/** What Kubernetes can't keep. Losing it must not lose a cluster. */
export interface Store {
  /** Entries of this log are written in the name of `who`. */
  auditLog(who: string): AuditLog;
  submittedSpecs(who: string): SubmittedSpecs;
  savepointRecords(who: string): SavepointRecords;
  logLevelMemory(): LogLevelMemory;
  close(): Promise<void>;
}

/** The database of a data directory, as a URL for libsql. */
export const databaseUrl = (dataDir: string): string => pathToFileURL(join(dataDir, "drey.db")).href;

/**
 * Opens the store in a directory, made for its owner alone if it is not there, and brings the database up to date.
 * Throws with a reason for people when the directory can't be written or the database is of another version.
 */
export async function openStore(dataDir: string): Promise<Store> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new Error(`The data directory ${dataDir} can't be made.`, { cause });
  });
  const url = databaseUrl(dataDir);
  const client = createClient({ url, timeout });
  try {
    // The file remembers it. Readers then don't wait for a writer.
    await client.execute("PRAGMA journal_mode=WAL");
    await migrate(client, migrations);
  } catch (cause) {
    throw new Error(`The database in ${dataDir} can't be used.`, { cause });
  } finally {
    client.close();
  }
  const prisma = new PrismaClient({ adapter: new PrismaLibSql({ url, timeout, intMode: "bigint" }) });
  return {
    auditLog: (who) => prismaAuditLog(prisma, who),
    submittedSpecs: (who) => prismaSubmittedSpecs(prisma, who),
    savepointRecords: (who) => prismaSavepointRecords(prisma, who),
    logLevelMemory: () => prismaLogLevelMemory(prisma),
    close: () => prisma.$disconnect(),
  };
}
