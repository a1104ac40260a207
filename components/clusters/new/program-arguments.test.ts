import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinArguments, splitArguments } from "./program-arguments.ts";

describe("splitArguments", () => {
  it("parts at blanks and keeps quoted text together", () => {
    expect(splitArguments(`--input "a b" --name='x "y"' plain "q\\"q" '' a\\ b`)).toEqual([
      "--input",
      "a b",
      `--name=x "y"`,
      "plain",
      'q"q',
      "",
      "a b",
    ]);
  });

  it("gives back every argument that was joined to a text", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(splitArguments(joinArguments(words))).toEqual(words);
      }),
    );
  });
});
