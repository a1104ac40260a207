import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RestGate } from "./rest-gate.ts";

const never = new AbortController().signal;

describe("RestGate", () => {
  it("never lets more through at once than it may, and lets all through, in order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (atOnce, tasks) => {
          const gate = new RestGate(atOnce);
          let inside = 0;
          let most = 0;
          const begun: number[] = [];
          const task = (nth: number, fails: boolean) => async () => {
            begun.push(nth);
            inside += 1;
            most = Math.max(most, inside);
            await Promise.resolve();
            inside -= 1;
            if (fails) throw new Error("failed");
          };
          await Promise.allSettled(tasks.map((fails, nth) => gate.run(task(nth, fails), never)));
          expect(most).toBeLessThanOrEqual(atOnce);
          expect(begun).toEqual(tasks.map((_, nth) => nth));
          expect(gate.idle).toBe(true);
        },
      ),
    );
  });

  it("gives the place of one who leaves the queue to the next", async () => {
    const gate = new RestGate(1);
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const first = gate.run(() => held, never);
    const leaving = new AbortController();
    const second = gate.run(async () => "second", leaving.signal);
    const third = gate.run(async () => "third", never);
    leaving.abort(new Error("left"));
    await expect(second).rejects.toThrow("left");
    letGo();
    await first;
    expect(await third).toBe("third");
  });
});
