import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "#generated/migrations.ts";
import { migrationFiles, schemaText } from "../../tools/migration/migration-files.ts";
import { missingSql } from "../../tools/migration/schema-engine.ts";
import { ConsoleError } from "../errors.ts";
import { databaseUrl, openStore, type Store } from "./open-store.ts";

let folder = "";
let dataDir = "";
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drey-store-"));
  dataDir = join(folder, "deep er", "data#1");
  store = await openStore(dataDir);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe("the store", () => {
  it("is readable for its owner alone", async () => {
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, "drey.db"))).isFile()).toBe(true);
  });

  it("is what prisma/schema.prisma describes, so no migration is missing", async () => {
    expect(await missingSql(databaseUrl(dataDir), schemaText())).toBeUndefined();
  });

  it("notices a schema that has more than the migrations", async () => {
    const more = `${schemaText()}\nmodel Extra {\n  id String @id\n}\n`;
    expect(await missingSql(databaseUrl(dataDir), more)).toContain('CREATE TABLE "Extra"');
  });

  it("applies the migrations as they lie in the repository", () => {
    expect(migrations).toEqual(migrationFiles());
  });

  it("says which directory it can't use", async () => {
    const databaseFile = join(dataDir, "drey.db");
    await expect(openStore(join(databaseFile, "data"))).rejects.toThrow(`${databaseFile}/data can't be made`);
  });
});

const cluster = { context: "c", namespace: "n", clusterId: "first" };

describe("the audit log", () => {
  it("tells who changed what, from what to what, and that it is done", async () => {
    const audit = store.auditLog("anna");
    const change = { ...cluster, action: "log-level.change", subject: "org.apache", before: "INFO", after: "DEBUG" };
    expect(await audit.record(change, async () => 42)).toBe(42);
    const [entry] = await audit.list({ ...cluster, limit: 1 });
    expect(entry).toMatchObject({ ...change, who: "anna", outcome: "done" });
  });

  it("has the entry before the change begins", async () => {
    const audit = store.auditLog("anna");
    const during = await audit.record({ ...cluster, clusterId: "early", action: "cluster.create" }, () =>
      audit.list({ clusterId: "early", limit: 1 }),
    );
    expect(during).toMatchObject([{ outcome: "asked" }]);
  });

  it("keeps a failure's kind and sentence, and passes the failure on", async () => {
    const audit = store.auditLog("anna");
    const failure = new ConsoleError({ kind: "already-exists", resource: "Deployment n/bad" });
    const change = () => Promise.reject(failure);
    await expect(audit.record({ ...cluster, clusterId: "bad", action: "cluster.create" }, change)).rejects.toBe(
      failure,
    );
    const [entry] = await audit.list({ clusterId: "bad", limit: 1 });
    expect(entry).toMatchObject({ outcome: "failed" });
    expect(entry?.detail).toMatch(/^already-exists: Deployment n\/bad already exists/);
  });

  it("lists newest first and goes on after the last one seen", async () => {
    const audit = store.auditLog("anna");
    const actions = ["1", "2", "3", "4", "5"];
    for (const action of actions) {
      await audit.record({ ...cluster, clusterId: "many", action }, () => waitForNextMillisecond());
    }
    const page = await audit.list({ clusterId: "many", limit: 2 });
    const next = await audit.list({ clusterId: "many", limit: 9, before: page.at(-1)?.id });
    expect([...page, ...next].map(({ action }) => action)).toEqual(actions.toReversed());
  });

  it("finds a text in the cluster's address, the action, its subject and who", async () => {
    const change = { context: "c", namespace: "team-a", clusterId: "orders_1", action: "job.cancel", subject: "j0b" };
    await store.auditLog("berta").record(change, async () => undefined);
    const audit = store.auditLog("anna");
    const found = (text: string) => audit.list({ text, limit: 9 });
    for (const text of ["team-a", "Orders", "cancel", "j0b", "berta"]) {
      expect(await found(text), text).toMatchObject([change]);
    }
    for (const text of ["team-b", "' OR 1=1 --"]) expect(await found(text), text).toEqual([]);
  });

  it("cuts a text that is larger than it keeps, and says so", async () => {
    const audit = store.auditLog("anna");
    const after = "x".repeat(100_000);
    await audit.record({ ...cluster, clusterId: "long", action: "a", after }, async () => undefined);
    const [entry] = await audit.list({ clusterId: "long", limit: 1 });
    expect(entry?.after).toMatch(/^x{65536}… \(100000 characters\)$/);
  });
});

describe("submitted specs", () => {
  it("answers the newest of that very Deployment, as it was given", async () => {
    const specs = store.submittedSpecs("anna");
    const spec = { configuration: { "taskmanager.numberOfTaskSlots": "2" }, big: 2 ** 40 };
    await specs.save({ ...cluster, deploymentUid: "u1", spec: {} });
    await waitForNextMillisecond();
    await specs.save({ ...cluster, deploymentUid: "u1", spec });
    await specs.save({ ...cluster, deploymentUid: "u2", spec: "other" });
    expect(await specs.find("c", "n", "first", "u1")).toMatchObject({ who: "anna", spec });
    expect(await specs.find("c", "n", "first", "u3")).toBeUndefined();
  });
});

async function waitForNextMillisecond(): Promise<void> {
  const before = Date.now();
  while (Date.now() === before) await new Promise(setImmediate);
}
