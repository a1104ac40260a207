import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "./open-store.ts";

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drey-level-memory-"));
  store = await openStore(folder);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe("the memory of log levels", () => {
  it("outlives the process: another one that opens the same folder has the latest that was kept", async () => {
    await store.logLevelMemory().keep("map-1", { overrides: { a: "DEBUG" } }, new Date(5_000));
    await store.logLevelMemory().keep("map-1", { overrides: { b: "TRACE" } }, new Date(9_000));
    const next = await openStore(folder);
    expect(await next.logLevelMemory().find("map-1")).toEqual({ overrides: { b: "TRACE" } });
    expect(await next.logLevelMemory().find("map-2")).toBeUndefined();
    await next.close();
  });

  it("names the ConfigMaps of which something is to be ended, and no others", async () => {
    const memory = store.logLevelMemory();
    await memory.keep("map-1", {}, new Date(9_000));
    await memory.keep("map-3", {}, undefined);
    expect(await memory.ended(new Date(8_999))).toEqual([]);
    expect(await memory.ended(new Date(9_000))).toEqual(["map-1"]);
    await memory.keep("map-1", {}, undefined);
    expect(await memory.ended(new Date(9_000))).toEqual([]);
  });

  it("has each change once, with what came of it, the newest first", async () => {
    const memory = store.logLevelMemory();
    await memory.noteChange("map-1", new Date(1_000), { by: "ada" });
    await memory.noteChange("map-1", new Date(2_000), { by: "ben" });
    await memory.noteChange("map-1", new Date(1_000), { by: "another console, later" });
    await memory.noteEffect("map-1", new Date(1_000), { seen: 2 });
    await memory.noteEffect("map-1", new Date(1_000), { seen: 3 });
    await memory.noteEffect("map-1", new Date(7_000), { seen: 9 });
    const [ben, ada, ...more] = await memory.changes("map-1", 10);
    expect(ben).toEqual({ configMapUid: "map-1", at: new Date(2_000), change: { by: "ben" } });
    expect(ada).toMatchObject({ at: new Date(1_000), change: { by: "ada" }, effect: { seen: 2 } });
    expect(ada?.effectAt).toBeInstanceOf(Date);
    expect(more).toEqual([]);
    expect(await memory.changes("map-1", 1)).toHaveLength(1);
    expect(await memory.changes("map-2", 10)).toEqual([]);
  });
});
