import { expect, it } from "vitest";
import { flamesOf } from "./flames.ts";

it("gives each frame its share, side by side, and leaves out what is too thin to see", () => {
  const leaf = (name: string, value: number) => ({ name, value, children: [] });
  const { boxes, depth } = flamesOf({
    name: "root",
    value: 1000,
    children: [leaf("a", 600), leaf("b", 399), leaf("c", 1)],
  });
  expect(depth).toBe(2);
  expect(boxes.map(({ node, left, width }) => [node.name, left, width])).toEqual([
    ["root", 0, 1],
    ["a", 0, 0.6],
    ["b", 0.6, 0.399],
  ]);
});
