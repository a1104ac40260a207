import { describe, expect, it } from "vitest";
import { actionWords, changeText } from "./action-words.ts";

describe("an action", () => {
  it.each([
    ["log-level.change", "Change log level"],
    ["cluster.create", "Create cluster"],
    ["restart", "Restart"],
  ])("%s is shown as «%s»", (action, words) => {
    expect(actionWords(action)).toBe(words);
  });
});

describe("a change", () => {
  it("is one line, however long the file was", () => {
    expect(changeText({ before: "INFO", after: "DEBUG" })).toBe("INFO → DEBUG");
    expect(changeText({ after: `a: 1\n  b: ${"2".repeat(500)}` })?.length).toBeLessThan(140);
  });

  it("says when there was nothing before", () => {
    expect(changeText({ after: "DEBUG" })).toBe("nothing → DEBUG");
    expect(changeText({})).toBeUndefined();
  });
});
