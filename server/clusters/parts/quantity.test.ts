import { expect, it } from "vitest";
import { bytesText, parseQuantity } from "./quantity.ts";

it.each([
  ["200m", 0.2],
  ["2", 2],
  ["0.5", 0.5],
  ["1728Mi", 1728 * 2 ** 20],
  ["4Gi", 4 * 2 ** 30],
  ["1000M", 1e9],
  ["1e3", 1000],
])("reads %s", (text, value) => expect(parseQuantity(text)).toBeCloseTo(value, 9));

it.each(["", "12 parsecs", "Mi", "1Xi", undefined])("knows that %s is none", (text) =>
  expect(parseQuantity(text)).toBeUndefined(),
);

it("writes bytes in the unit of their size", () => {
  expect(bytesText(4 * 2 ** 30)).toBe("4 GiB");
  expect(bytesText(1000 * 2 ** 20)).toBe("1000 MiB");
  expect(bytesText(1.5 * 2 ** 30)).toBe("1.5 GiB");
});
