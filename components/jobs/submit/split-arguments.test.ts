import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinArguments, splitArguments, UnfinishedQuote } from "./split-arguments.ts";

describe("splitArguments", () => {
  it.each([
    ["", []],
    ["  --input  a.csv\n--output b ", ["--input", "a.csv", "--output", "b"]],
    [`--name 'two words' --json "{\\"a\\": 1}"`, ["--name", "two words", "--json", '{"a": 1}']],
    ["a'b'\"c\"", ["abc"]],
    ["'' \"\"", ["", ""]],
    ["back\\ slash C:\\\\x", ["back slash", "C:\\x"]],
    ["$HOME *", ["$HOME", "*"]],
  ])("splits %j", (text, expected) => {
    expect(splitArguments(text)).toEqual(expected);
  });

  it("says when a quote does not end", () => {
    expect(() => splitArguments("--name 'two")).toThrow(UnfinishedQuote);
  });

  it("takes apart again what was joined", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (list) => {
        expect(splitArguments(joinArguments(list))).toEqual(list);
      }),
    );
  });
});
