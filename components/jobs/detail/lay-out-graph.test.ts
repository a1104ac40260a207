import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxHeight, boxWidth, layOutGraph, type Place } from "./lay-out-graph.ts";

const overlap = (a: Place, b: Place) => Math.abs(a.x - b.x) < boxWidth && Math.abs(a.y - b.y) < boxHeight;

describe("layOutGraph", () => {
  it("goes from left to right", () => {
    const { boxes } = layOutGraph(
      ["a", "b", "c"],
      [
        { from: "a", to: "b" },
        { from: "b", to: "c" },
      ],
    );
    const [a, b, c] = boxes;
    expect((a?.x ?? 0) + boxWidth).toBeLessThan(b?.x ?? 0);
    expect((b?.x ?? 0) + boxWidth).toBeLessThan(c?.x ?? 0);
  });

  it("draws an edge for each edge, also two between the same boxes, and none to nowhere", () => {
    const twice = { from: "a", to: "b" };
    expect(layOutGraph(["a", "b"], [twice, twice, { from: "a", to: "gone" }]).lines).toHaveLength(2);
  });

  it("never puts one box over another, and keeps all inside", () => {
    const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 }),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ size, edges }) => {
        const ids = Array.from({ length: size }, (_, index) => `v${index}`);
        // A job's graph has no cycle: an edge goes from a lower number to a higher one.
        const forward = edges.filter(([a, b]) => a < b).map(([a, b]) => ({ from: `v${a}`, to: `v${b}` }));
        const { boxes, width, height } = layOutGraph(ids, forward);
        for (const [index, box] of boxes.entries()) {
          expect(box.x + boxWidth).toBeLessThanOrEqual(width);
          expect(box.y + boxHeight).toBeLessThanOrEqual(height);
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });
});
