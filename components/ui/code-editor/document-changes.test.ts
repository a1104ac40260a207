import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesTo, diagnosticsIn } from "./document-changes.ts";

describe("changesTo", () => {
  it("replaces only what differs", () => {
    expect(changesTo("spec:\n  a: 1\n", "spec:\n  a: 22\n")).toEqual({ from: 11, to: 12, insert: "22" });
    expect(changesTo("same", "same")).toBeUndefined();
  });

  it("always leads to the other text", () => {
    const text = fc.stringMatching(/^[ab]{0,12}$/);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changesTo(before, after) ?? { from: 0, to: 0, insert: "" };
        expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
      }),
    );
  });
});

describe("diagnosticsIn", () => {
  const text = Text.of(["one", "three"]);
  const problem = { severity: "error", message: "wrong" } as const;

  it("covers the line, or the columns named", () => {
    expect(diagnosticsIn(text, [{ line: 2, ...problem }])).toEqual([{ from: 4, to: 9, ...problem }]);
    expect(diagnosticsIn(text, [{ line: 2, columns: [1, 3], ...problem }])).toEqual([{ from: 5, to: 7, ...problem }]);
  });

  it("stays inside of a text that has become shorter", () => {
    expect(diagnosticsIn(text, [{ line: 9, columns: [40, 80], ...problem }])).toEqual([{ from: 9, to: 9, ...problem }]);
  });
});
