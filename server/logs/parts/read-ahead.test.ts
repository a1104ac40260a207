import { describe, expect, it } from "vitest";
import { readAhead } from "./read-ahead.ts";

const mebibyte = 1024 * 1024;

/** Chunks of a mebibyte, each named by its first byte. */
async function* chunks(count: number, taken: number[], error?: Error): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index++) {
    taken.push(index);
    yield new Uint8Array(mebibyte).fill(index);
  }
  if (error) throw error;
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("readAhead", () => {
  it("reads on while nobody takes, within its bound, and gives all in order", async () => {
    const taken: number[] = [];
    const bytes = readAhead(chunks(20, taken), () => undefined);
    const seen = [(await bytes.next()).value?.[0]];
    await tick();
    expect(taken.length).toBeGreaterThan(3);
    expect(taken.length).toBeLessThan(8);
    for await (const chunk of bytes) seen.push(chunk[0]);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it("gives what came before a connection broke, then throws", async () => {
    const seen: (number | undefined)[] = [];
    const read = async () => {
      for await (const chunk of readAhead(chunks(3, [], new Error("cut")), () => undefined)) seen.push(chunk[0]);
    };
    await expect(read()).rejects.toThrow("cut");
    expect(seen).toEqual([0, 1, 2]);
  });

  it("closes a connection that waits for bytes as soon as nobody wants them", async () => {
    let closed = 0;
    async function* quiet(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      await new Promise(() => undefined);
    }
    for await (const _ of readAhead(quiet(), () => closed++)) break;
    expect(closed).toBe(1);
  });

  it("holds nothing of those that were left: others have their room", async () => {
    for (let round = 0; round < 20; round++) {
      for await (const _ of readAhead(chunks(8, []), () => undefined)) {
        await tick();
        break;
      }
    }
    const taken: number[] = [];
    const bytes = readAhead(chunks(8, taken), () => undefined);
    await bytes.next();
    await tick();
    expect(taken.length).toBeGreaterThan(3);
    await bytes.return(undefined);
  });
});
