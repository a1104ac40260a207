import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "./migrate.ts";

let folder = "";
let client: Client;
let url = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drey migrate "));
  url = pathToFileURL(join(folder, "test.db")).href;
  client = createClient({ url, timeout: 2_000 });
});
afterEach(async () => {
  client.close();
  await rm(folder, { recursive: true });
});

const first = { name: "1_first", sql: "CREATE TABLE a (id INTEGER PRIMARY KEY);" };
const second = { name: "2_second", sql: "CREATE TABLE b (id INTEGER PRIMARY KEY);" };

async function tables(): Promise<unknown[]> {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name",
  );
  return rows.map((row) => row["name"]);
}

describe("migrate", () => {
  it("applies in the order of the names, and a second time nothing", async () => {
    expect(await migrate(client, [second, first])).toEqual(["1_first", "2_second"]);
    expect(await migrate(client, [first, second])).toEqual([]);
    expect(await tables()).toEqual(["a", "b"]);
  });

  it("leaves nothing of a migration that fails half way, and applies it once it is right", async () => {
    const broken = { name: "2_second", sql: "CREATE TABLE b (id INTEGER); CREATE TABLE a (id INTEGER);" };
    await expect(migrate(client, [first, broken])).rejects.toThrow("Migration 2_second failed and was undone");
    expect(await tables()).toEqual(["a"]);
    expect(await migrate(client, [first, second])).toEqual(["2_second"]);
  });

  it("refuses a database of a newer version", async () => {
    await migrate(client, [first, second]);
    await expect(migrate(client, [first])).rejects.toThrow("does not know its migration 2_second");
  });

  it("refuses a file that was changed after it was applied", async () => {
    await migrate(client, [first]);
    await expect(migrate(client, [{ ...first, sql: "SELECT 1;" }])).rejects.toThrow("1_first was changed");
  });

  const parentAndChild = {
    name: "1_parent",
    sql: `CREATE TABLE parent (id INTEGER PRIMARY KEY);
      CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent(id) ON DELETE CASCADE);
      INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1);`,
  };

  it("keeps the children of a table that is made anew, as Prisma makes tables anew", async () => {
    const redefined = {
      name: "2_redefine",
      sql: `PRAGMA foreign_keys=OFF; CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO new_parent (id) SELECT id FROM parent; DROP TABLE parent;
        ALTER TABLE new_parent RENAME TO parent; PRAGMA foreign_keys=ON;`,
    };
    await migrate(client, [parentAndChild, redefined]);
    expect((await client.execute("SELECT * FROM child")).rows).toHaveLength(1);
  });

  it("undoes a migration that breaks a reference", async () => {
    const orphaning = { name: "2_orphan", sql: "DELETE FROM parent;" };
    await expect(migrate(client, [parentAndChild, orphaning])).rejects.toThrow("2_orphan failed");
    expect((await client.execute("SELECT * FROM parent")).rows).toHaveLength(1);
  });

  it("is done once when three processes start at the same time", async () => {
    const program = `import { createClient } from "@libsql/client"; import { migrate } from "./server/store/migrate.ts";
      const migrations = Array.from({ length: 20 }, (_, n) => ({ name: String(n).padStart(2, "0"), sql: \`CREATE TABLE t\${n} (id INTEGER);\` }));
      console.log((await migrate(createClient({ url: ${JSON.stringify(url)}, timeout: 5000 }), migrations)).length);`;
    const counts = await Promise.all([1, 2, 3].map(() => outputOf(program)));
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await tables()).toHaveLength(20);
  }, 20_000);
});

/** Runs a program in a process of its own; fails with what it wrote when it does. */
async function outputOf(program: string): Promise<string> {
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program]);
  let out = "";
  let errors = "";
  child.stdout.on("data", (data) => (out += String(data)));
  child.stderr.on("data", (data) => (errors += String(data)));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(errors);
  return out;
}
