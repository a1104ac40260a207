import { expect, it, vi } from "vitest";
import { ConsoleError, isFailure } from "./errors.ts";

it("knows an error that another copy of this module made", async () => {
  vi.resetModules();
  const copy = await import("./errors.ts");
  const foreign = new copy.ConsoleError({ kind: "not-found", resource: "it" });
  expect(copy.ConsoleError).not.toBe(ConsoleError);
  expect(foreign).toBeInstanceOf(ConsoleError);
  expect(isFailure(foreign, "not-found")).toBe(true);
  expect(new Error("other")).not.toBeInstanceOf(ConsoleError);
});
