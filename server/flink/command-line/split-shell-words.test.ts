import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitShellWords } from "./split-shell-words.ts";

describe("splitShellWords", () => {
  it.each([
    ["a b\tc", ["a", "b", "c"]],
    ["'a b' \"c d\"", ["a b", "c d"]],
    ["a'b'\"c\"d", ["abcd"]],
    ['"say \\"hi\\" \\n"', ['say "hi" \\n']],
    ["a\\ b \\\\", ["a b", "\\"]],
    ["''", [""]],
    ["a \\\n  b", ["a", "b"]],
    ["a\\\nb", ["ab"]],
    ["$ ./bin/flink run", ["./bin/flink", "run"]],
    ["# a comment\n$ a # another\nb", ["a", "b"]],
    ["a#b 'x\n# y'", ["a#b", "x\n# y"]],
    ["-Da=\\\n    env:A,secret:s,key:k;\\\n    env:B", ["-Da=env:A,secret:s,key:k;env:B"]],
  ])("splits %j as a shell would", (text, words) => {
    expect(splitShellWords(text)).toEqual(words);
  });

  it("gives back any words that were put in single quotes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (words) => {
        const text = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
        expect(splitShellWords(text)).toEqual(words);
      }),
    );
  });
});
