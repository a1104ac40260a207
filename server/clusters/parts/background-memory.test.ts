import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { BackgroundMemory, type MemoryOptions } from "./background-memory.ts";

const subject = (key: string, incarnation = "1") => ({ key, incarnation, of: key });

function memoryOf(options: Partial<MemoryOptions<string, number>>) {
  return new BackgroundMemory<string, number>({
    ask: async () => 1,
    goodForMs: () => 20,
    differs: (one, other) => one !== other,
    concurrency: 2,
    idleMs: 60_000,
    tickMs: 5,
    ...options,
  });
}

describe("a background memory", () => {
  it("knows nothing at first, and everything once it has settled", async () => {
    const memory = memoryOf({ ask: async (of) => of.length });
    memory.want([subject("a"), subject("bbb")]);
    expect(memory.get("bbb")).toBeUndefined();
    await memory.settled(2_000);
    expect([memory.get("a"), memory.get("bbb")]).toEqual([1, 3]);
  });

  it("holds nobody up longer than asked", async () => {
    const memory = memoryOf({ ask: () => new Promise(() => undefined) });
    memory.want([subject("a")]);
    const before = Date.now();
    await memory.settled(30);
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(memory.get("a")).toBeUndefined();
  });

  it("never asks more at once than it may", async () => {
    let now = 0;
    let most = 0;
    const memory = memoryOf({
      ask: async () => {
        now += 1;
        most = Math.max(most, now);
        await sleep(5);
        now -= 1;
        return 1;
      },
    });
    memory.want(Array.from({ length: 10 }, (_, at) => subject(String(at))));
    await memory.settled(2_000);
    expect(most).toBe(2);
  });

  it("tells of an answer that differs, and only of that", async () => {
    const answers = [1, 1, 2];
    const memory = memoryOf({ ask: async () => answers.shift() ?? 2, goodForMs: () => 0 });
    const told: string[] = [];
    memory.onChange((of) => told.push(of), new AbortController().signal);
    memory.want([subject("a")]);
    await vi.waitUntil(() => answers.length === 0 && told.length === 2);
    await sleep(30);
    expect(told).toEqual(["a", "a"]);
  });

  it("forgets what it knew of one that has started anew", async () => {
    const memory = memoryOf({ goodForMs: () => 60_000 });
    memory.want([subject("a")]);
    await memory.settled(2_000);
    memory.want([subject("a", "2")]);
    expect(memory.get("a")).toBeUndefined();
    memory.want([]);
    expect(memory.get("a")).toBeUndefined();
  });

  it("stops asking when nobody looks and nobody listens, and goes on when somebody does", async () => {
    const ask = vi.fn(async () => 1);
    const memory = memoryOf({ ask, goodForMs: () => 0, idleMs: 30 });
    memory.want([subject("a")]);
    await sleep(120);
    const asked = ask.mock.calls.length;
    await sleep(60);
    expect(ask.mock.calls.length).toBe(asked);
    memory.want([subject("a")]);
    await vi.waitUntil(() => ask.mock.calls.length > asked);
  });
});
