import type { Client } from "@libsql/client";
import { z } from "zod";
import { checksumOf, type Migration, pendingMigrations } from "./migrations.ts";

// The table that Prisma's own tools keep, so that they take it for what it is. `id` is the name: two can't be recorded.
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

const historyRow = z.object({ migration_name: z.string(), checksum: z.string() });

/**
 * Applies what is missing, each migration in a transaction of its own, and answers the names applied by this call.
 *
 * Several processes may call it at once: a migration's record is written before its statements, so the loser of a race
 * fails on the record's key and looks again. Throws, and leaves nothing of the failing migration, when one fails.
 */
export async function migrate(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.execute(historyTable);
  const appliedHere: string[] = [];
  for (;;) {
    const [next] = pendingMigrations(migrations, await appliedMigrations(client));
    if (next === undefined) return appliedHere;
    try {
      await client.executeMultiple(transactionOf(next));
      appliedHere.push(next.name);
    } catch (cause) {
      if ((await appliedMigrations(client)).has(next.name)) continue;
      throw new Error(`Migration ${next.name} failed and was undone: ${messageOf(cause)}`, { cause });
    }
  }
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.execute(`SELECT "migration_name", "checksum" FROM "_prisma_migrations"`);
  return new Map(rows.map((row) => historyRow.parse(row)).map((row) => [row.migration_name, row.checksum]));
}

/**
 * One text, so that libsql undoes all of it when a statement fails.
 *
 * `foreign_keys` must be off before BEGIN: inside a transaction it is ignored, and Prisma's way to change a table drops
 * it, which would empty the tables that refer to it. References are checked before COMMIT instead.
 */
function transactionOf(migration: Migration): string {
  const name = quote(migration.name);
  return `PRAGMA foreign_keys=OFF;
BEGIN IMMEDIATE;
INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
  VALUES (${name}, ${quote(checksumOf(migration))}, current_timestamp, ${name}, 1);
${migration.sql}
;
CREATE TEMP TABLE "_broken_references" ("n" INTEGER CHECK ("n" = 0));
INSERT INTO "_broken_references" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE "_broken_references";
COMMIT;
PRAGMA foreign_keys=ON;`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : "unknown cause");
