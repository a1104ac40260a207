import { createHash } from "node:crypto";

/** One file `prisma/migrations/<time>_<name>/migration.sql`. Names sort by time. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** What the database remembers of a migration: a changed file is noticed by it. */
export const checksumOf = (migration: Migration): string => createHash("sha256").update(migration.sql).digest("hex");

/**
 * The migrations that are still to be applied, in order. `applied` maps a name to its checksum.
 *
 * Throws when the database was made by another history: a file that changed after it was applied, or a migration that
 * this version does not have. Going on could destroy what a newer version keeps there.
 */
export function pendingMigrations(
  all: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): readonly Migration[] {
  const known = new Map(all.map((migration) => [migration.name, checksumOf(migration)]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new Error(`The database was made by a newer version: this one does not know its migration ${name}.`);
    }
    if (known.get(name) !== checksum) {
      throw new Error(`Migration ${name} was changed after it was applied to this database.`);
    }
  }
  return all.filter(({ name }) => !applied.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
