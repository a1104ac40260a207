import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { ConsoleError } from "../../errors.ts";
import { AnswerCache, type Freshness } from "./answer-cache.ts";

const patient: Freshness = { maxAgeMs: 1000, firstMs: 1000, againMs: 1000 };

describe("AnswerCache", () => {
  it("asks once, however many look at the same time", async () => {
    const cache = new AnswerCache<number>(10);
    const fetch = vi.fn(async () => {
      await sleep(5);
      return 7;
    });
    const all = await Promise.all(Array.from({ length: 20 }, () => cache.read("a", patient, fetch)));
    expect(all.map((seen) => seen.value)).toEqual(Array(20).fill(7));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("does not wait for a slow answer beyond its patience, and has it for the next", async () => {
    const cache = new AnswerCache<string>(10);
    const { promise, resolve } = Promise.withResolvers<string>();
    const impatient = { ...patient, firstMs: 1, againMs: 1 };
    expect(await cache.read("slow", impatient, () => promise)).toMatchObject({ value: undefined, failure: undefined });
    resolve("late");
    await promise;
    expect(await cache.read("slow", impatient, async () => "never asked")).toMatchObject({ value: "late" });
  });

  it("does not wait again for one that was slow the last time", async () => {
    const cache = new AnswerCache<number>(10);
    const hurried = { maxAgeMs: 0, firstMs: 1_000, againMs: 20 };
    await cache.read("slow", hurried, () => sleep(40, 1));
    const began = performance.now();
    expect(await cache.read("slow", hurried, () => sleep(40, 2))).toMatchObject({ value: 1 });
    expect(performance.now() - began).toBeLessThan(20);
    await sleep(60);
    expect(await cache.read("slow", { ...hurried, maxAgeMs: 1_000 }, () => sleep(40, 3))).toMatchObject({ value: 2 });
  });

  it("keeps what it saw when a later try fails, and says so", async () => {
    const cache = new AnswerCache<string>(10);
    const always = { ...patient, maxAgeMs: 0 };
    await cache.read("a", always, async () => "seen");
    const seen = await cache.read("a", always, async () => {
      throw new ConsoleError({ kind: "flink-unreachable", clusterId: "c" });
    });
    expect(seen).toMatchObject({ value: "seen", failure: { kind: "flink-unreachable" } });
  });

  it("asks a failing one no more often than a well one", async () => {
    const cache = new AnswerCache<string>(10);
    const fetch = vi.fn(async () => {
      throw new Error("down");
    });
    await cache.read("a", patient, fetch);
    await cache.read("a", patient, fetch);
    expect(fetch).toHaveBeenCalledTimes(1);
    cache.expire("a");
    await cache.read("a", patient, fetch);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("drops what was used longest ago", async () => {
    const cache = new AnswerCache<number>(2);
    const fetch = vi.fn(async () => 1);
    for (const key of ["a", "b", "a", "c", "a"]) await cache.read(key, patient, fetch);
    expect(fetch).toHaveBeenCalledTimes(3);
    await cache.read("b", patient, fetch);
    expect(fetch).toHaveBeenCalledTimes(4);
  });
});
