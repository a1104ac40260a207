import { describe, expect, it } from "vitest";
import { keysOf } from "./keyboard.ts";

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe("keysOf", () => {
  it("writes one key, two after another, and a key with Ctrl", () => {
    expect(keysOf(press("j"))).toBe("j");
    expect(keysOf(press("c"), "g")).toBe("g c");
    expect(keysOf(press("Enter", true), "g")).toBe("Ctrl Enter");
  });

  it("takes the Mac's Command for Ctrl", () => {
    expect(keysOf({ key: "Enter", ctrlKey: false, metaKey: true })).toBe("Ctrl Enter");
  });
});
