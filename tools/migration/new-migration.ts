import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { migrate } from "../../server/store/migrate.ts";
import { embedMigrations, migrationFiles, schemaText, writeMigrationFile } from "./migration-files.ts";
import { missingSql } from "./schema-engine.ts";

/** `npm run migration -- NAME` writes the SQL by which the files fall short of prisma/schema.prisma. */
async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new Error("usage: npm run migration -- NAME, of small letters, digits and _");
  }
  const folder = await mkdtemp(join(tmpdir(), "drey-migration-"));
  try {
    const url = pathToFileURL(join(folder, "migrated.db")).href;
    const client = createClient({ url });
    await migrate(client, migrationFiles());
    client.close();
    const sql = await missingSql(url, schemaText());
    if (sql === undefined) return console.log("The migrations equal prisma/schema.prisma: nothing to write.");
    console.log(`wrote ${writeMigrationFile(name, sql)}; read it before you commit it`);
    embedMigrations();
  } finally {
    await rm(folder, { recursive: true });
  }
}

await main(process.argv[2]);
