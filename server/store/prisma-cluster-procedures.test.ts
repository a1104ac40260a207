import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFailure } from "../errors.ts";
import type { ClusterProcedures } from "./cluster-procedures.ts";
import { openStore, type Store } from "./open-store.ts";

let folder: string;
let store: Store;
let procedures: ClusterProcedures;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drey-procedures-"));
  store = await openStore(folder);
  procedures = store.clusterProcedures("ada");
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const inTheFuture = () => new Date(Date.now() + 60_000);
const of = (clusterId: string) => ({
  kind: "recreate" as const,
  context: "prod",
  namespace: "payments",
  clusterId,
  plan: { uid: "u" },
  progress: { steps: [] },
});
const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing",
    (error: unknown) =>
      isFailure(error, "not-possible-now") || isFailure(error, "changed-meanwhile") ? error.failure.kind : error,
  );

describe("procedures", () => {
  it("are never two of one cluster at once, also when asked for in the same moment", async () => {
    const asks = [1, 2, 3, 4].map((nth) => procedures.add(of("twice"), { holder: `p${nth}`, until: inTheFuture() }));
    const outcomes = await Promise.allSettled(asks);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await procedures.list({ clusterId: "twice", limit: 10 })).toMatchObject([{ state: "running", who: "ada" }]);
  });

  it("belong to one process, and to another only after it has let go or fallen silent", async () => {
    const { id } = await procedures.add(of("held"), { holder: "one", until: inTheFuture() });
    expect(await procedures.hold(id, { holder: "two", until: inTheFuture() })).toBe(false);
    expect(await procedures.hold(id, { holder: "one", until: new Date(Date.now() - 1) })).toBe(true);
    expect(await procedures.hold(id, { holder: "two", until: inTheFuture() })).toBe(true);
    expect(await kindOf(procedures.save(id, "one", { progress: {} }))).toBe("changed-meanwhile");
    expect(await procedures.save(id, "two", { progress: { step: 1 } })).toMatchObject({ progress: { step: 1 } });
  });

  it("halt, go on when a person says so, and end", async () => {
    const { id } = await procedures.add(of("halting"), { holder: "one", until: inTheFuture() });
    expect(await kindOf(procedures.giveUp(id))).toBe("not-possible-now");
    await procedures.save(id, "one", { state: "halted" });
    await procedures.reopen(id, { again: true }, { holder: "two", until: inTheFuture() });
    expect(await procedures.find(id)).toMatchObject({ state: "running", progress: { again: true } });
    expect(await kindOf(procedures.reopen(id, {}, { holder: "two", until: inTheFuture() }))).toBe("not-possible-now");
    const done = await procedures.save(id, "two", { state: "done" });
    expect(done.endedAt).toBeInstanceOf(Date);
    expect(await procedures.hold(id, { holder: "two", until: inTheFuture() })).toBe(false);
  });

  it("give up a halted one of the same cluster when a new one begins", async () => {
    const first = await procedures.add(of("superseded"), { holder: "one", until: inTheFuture() });
    await procedures.save(first.id, "one", { state: "halted" });
    const second = await procedures.add(of("superseded"), { holder: "one", until: inTheFuture() });
    const states = (await procedures.list({ clusterId: "superseded", limit: 10 })).map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      [second.id, "running"],
      [first.id, "given-up"],
    ]);
  });
});

describe("templates", () => {
  it("keep every version, and refuse a version over one that was not seen", async () => {
    const templates = store.specTemplates("ada");
    const base = { name: "etl", description: "", content: { a: 1 } };
    await templates.add({ ...base, after: 0 });
    await expect(templates.add({ ...base, after: 0 })).rejects.toMatchObject({ failure: { kind: "already-exists" } });
    await templates.add({ ...base, content: { a: 2 }, after: 1 });
    await expect(templates.add({ ...base, after: 1 })).rejects.toMatchObject({
      failure: { kind: "changed-meanwhile" },
    });
    await templates.add({ ...base, name: "another", after: 0 });
    expect((await templates.list()).map(({ name, version }) => [name, version])).toEqual([
      ["another", 1],
      ["etl", 2],
    ]);
    expect((await templates.versions("etl")).map(({ content }) => content)).toEqual([{ a: 2 }, { a: 1 }]);
    expect(await templates.delete("etl")).toBe(true);
    expect(await templates.versions("etl")).toEqual([]);
    expect(await templates.delete("etl")).toBe(false);
  });

  it("are none at first, which is no error", async () => {
    await store.specTemplates("ada").delete("another");
    expect(await store.specTemplates("ada").list()).toEqual([]);
  });
});

describe("submissions of jobs", () => {
  it("are found by cluster, and the first of a job stays", async () => {
    const submissions = store.jobSubmissions("ada");
    const job = { context: "prod", namespace: "payments", clusterId: "s", jobId: "a".repeat(32) };
    await submissions.save({ ...job, request: { jar: "one" } });
    await submissions.save({ ...job, request: { jar: "two" } });
    expect(await submissions.list("prod", "payments", "s")).toMatchObject([{ request: { jar: "one" }, who: "ada" }]);
    expect(await submissions.list("prod", "payments", "other")).toEqual([]);
  });
});
