import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ansiSpans } from "./ansi-spans.ts";
import { visibleText } from "./visible-text.ts";

const looks = (text: string) => ansiSpans(text).map(({ at: _, ...look }) => look);

describe("ansiSpans", () => {
  it("makes colours and weights looks, and leaves out all that acts on a terminal", () => {
    expect(looks("a\u001b[1;31mred\u001b[0m \u001b[2Jb\u001b]0;title\u0007c")).toEqual([
      { text: "a", className: "" },
      { text: "red", className: "text-bad-ink font-semibold" },
      { text: " ", className: "" },
      { text: "b", className: "" },
      { text: "c", className: "" },
    ]);
  });

  it("passes over colours in numbers without taking their parts for codes", () => {
    expect(looks("\u001b[38;5;31;1mx\u001b[38;2;31;32;33my")).toEqual([
      { text: "x", className: "font-semibold" },
      { text: "y", className: "font-semibold" },
    ]);
  });

  it("keeps text without sequences as it is", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes("\u001b")),
        (text) => {
          expect(looks(text)).toEqual([{ text, className: "" }]);
        },
      ),
    );
  });
});

describe("visibleText", () => {
  it("shows controls and marks of direction instead of obeying them", () => {
    expect(visibleText("a\u0000b\u202ec\u200bd\te\u001b[1m")).toBe(
      "a\u2400b\u27e8202E\u27e9c\u27e8200B\u27e9d\te\u241b[1m",
    );
  });

  it("leaves writing of any language as it is", () => {
    expect(visibleText("Größe 大 Ж 👩 é")).toBe("Größe 大 Ж 👩 é");
  });
});
