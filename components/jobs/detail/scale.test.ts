import fc from "fast-check";
import { expect, it } from "vitest";
import { scaleTo, scaleToBytes } from "./scale.ts";

it("ends at a round number and has at most five lines", () => {
  expect(scaleTo(8.2)).toEqual({ top: 10, steps: [0, 2.5, 5, 7.5, 10] });
  expect(scaleTo(28)).toEqual({ top: 30, steps: [0, 10, 20, 30] });
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (highest) => {
      const { top, steps } = scaleTo(highest);
      expect(top).toBeGreaterThanOrEqual(highest * 0.999_999);
      expect(steps.length).toBeLessThanOrEqual(5);
    }),
  );
});

it("puts the lines of bytes at round numbers of their unit", () => {
  expect(scaleToBytes(5_300).steps.map((step) => step / 1_024)).toEqual([0, 2, 4, 6]);
});
