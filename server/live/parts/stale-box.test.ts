import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LiveMessage } from "../schema.ts";
import { StaleBox } from "./stale-box.ts";

const signal = new AbortController().signal;
const message = (clusterId: string): LiveMessage => ({ topic: "clusters", context: "c", namespace: "n", clusterId });

describe("StaleBox", () => {
  it("gives each message once, in the order of its first coming", () => {
    const box = new StaleBox();
    for (const id of ["b", "a", "b"]) box.put(message(id));
    expect(box.takeAll().map(({ clusterId }) => clusterId)).toEqual(["b", "a"]);
    expect(box.takeAll()).toEqual([]);
  });

  it("wakes who waits as soon as something is put in", async () => {
    const box = new StaleBox();
    const waited = box.wait(60_000, signal);
    box.put(message("a"));
    await waited;
    expect(box.takeAll()).toHaveLength(1);
  });

  it("waits no longer than asked, and not at all after the end", async () => {
    const box = new StaleBox();
    await box.wait(5, signal);
    await box.wait(60_000, AbortSignal.abort());
    expect(box.takeAll()).toEqual([]);
  });

  it("stays small under any flood, and still covers everything that was put in", () => {
    const ids = fc.array(fc.tuple(fc.constantFrom("x", "y"), fc.nat(2_000)), { maxLength: 1_500 });
    fc.assert(
      fc.property(ids, (changes) => {
        const box = new StaleBox();
        for (const [context, id] of changes) box.put({ ...message(String(id)), context });
        const sent = box.takeAll();
        expect(sent.length).toBeLessThanOrEqual(201);
        for (const [context, id] of changes) {
          const covered = sent.some(
            (one) => one.context === context && (one.clusterId === undefined || one.clusterId === String(id)),
          );
          expect(covered).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
