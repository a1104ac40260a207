import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Migration } from "../../server/store/migrations.ts";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const schemaText = (): string => readFileSync(fromRoot("prisma/schema.prisma"), "utf8");

/** Every `prisma/migrations/<time>_<name>/migration.sql`, oldest first. */
export function migrationFiles(): Migration[] {
  return readdirSync(fromRoot("prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(fromRoot(`prisma/migrations/${name}/migration.sql`), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes a new file and answers its path. */
export function writeMigrationFile(name: string, sql: string): string {
  const time = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = `prisma/migrations/${time}_${name}`;
  mkdirSync(fromRoot(folder), { recursive: true });
  writeFileSync(fromRoot(`${folder}/migration.sql`), sql);
  return `${folder}/migration.sql`;
}

/** Puts the files into a module, so that they are part of every build, wherever it is started from. */
export function embedMigrations(): void {
  const text = `// Made from prisma/migrations by \`npm run generate\`.
export const migrations: readonly { readonly name: string; readonly sql: string }[] = ${JSON.stringify(migrationFiles(), null, 2)};
`;
  mkdirSync(fromRoot("generated"), { recursive: true });
  writeFileSync(fromRoot("generated/migrations.ts"), text);
}
