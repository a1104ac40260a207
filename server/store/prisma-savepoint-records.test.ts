import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "./open-store.ts";
import type { SavepointRecord, SavepointRecords } from "./savepoint-records.ts";

let folder: string;
let store: Store;
let records: SavepointRecords;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drey-savepoints-"));
  store = await openStore(folder);
  records = store.savepointRecords("ada");
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const asked = (id: string, more: Partial<SavepointRecord> = {}) => ({
  id,
  kind: "savepoint" as const,
  context: "prod",
  namespace: "payments",
  clusterId: "settlement",
  jobId: "0".repeat(32),
  jobName: "settle",
  state: "asked" as const,
  askedAt: new Date(1_000),
  ...more,
});

describe("savepoint records", () => {
  it("follow a savepoint from the question to its place", async () => {
    await records.add(asked("a"));
    expect(await records.list({ open: true, limit: 10 })).toMatchObject([{ id: "a", state: "asked", who: "ada" }]);
    const sizeBytes = 3 * 2 ** 40;
    await records.update("a", { state: "completed", path: "s3://b/sp-a", sizeBytes, endedAt: new Date(2_000) });
    expect(await records.find("a")).toMatchObject({ state: "completed", path: "s3://b/sp-a", sizeBytes });
    expect(await records.list({ open: true, limit: 10 })).toEqual([]);
  });

  it("note what somebody else made once, and give way to one's own record", async () => {
    const seen = { ...asked("seen-1", { kind: "seen", state: "completed" }), path: "s3://b/sp-b" };
    await records.note(seen);
    await records.note({ ...seen, id: "seen-2" });
    await records.add(asked("b", { askedAt: new Date(3_000) }));
    await records.update("b", { state: "completed", path: "s3://b/sp-b" });
    const all = await records.list({ context: "prod", limit: 10 });
    expect(all.map(({ id, kind }) => [id, kind])).toEqual([
      ["b", "savepoint"],
      ["a", "savepoint"],
    ]);
  });

  it("say when there is none", async () => {
    await expect(records.find("none")).rejects.toMatchObject({ failure: { kind: "not-found" } });
  });
});
