import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flinkUiFileType } from "./flink-ui-file.ts";

describe("flinkUiFileType", () => {
  it.each([
    ["/index.html", "text/html; charset=utf-8"],
    ["/main.a877f62051d76ab2.js", "text/javascript; charset=utf-8"],
    ["/styles.25112ea718f4efbe.css", "text/css; charset=utf-8"],
    ["/assets/vs/base/browser/ui/codicons/codicon/codicon.ttf", "font/ttf"],
    ["/assets/images/flink.svg", "image/svg+xml"],
    ["/3rdpartylicenses.txt", "text/plain; charset=utf-8"],
  ])("knows %s", (path, type) => expect(flinkUiFileType(path)).toBe(type));

  it.each([
    "/",
    "/index",
    "/jobs/overview",
    "/assets/../x.js",
    "/.x.js",
    "/a%2e.js",
    "/x/y.js",
    "//x.js",
    "/x.exe",
    "/constructor.constructor",
  ])("knows no %s", (path) => expect(flinkUiFileType(path)).toBeUndefined());

  it("lets nothing through that a server could read as another path", () => {
    const piece = fc.constantFrom("assets", "..", ".", "%2e", "%2f", "\\", "a", ".js", "?", "#", ";", "\n", "", "x.js");
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 3 }), { maxLength: 5 }), (parts) => {
        const raw = `/${parts.map((one) => one.join("")).join("/")}`;
        if (flinkUiFileType(raw) !== undefined) expect(new URL(`http://jobmanager${raw}`).pathname).toBe(raw);
      }),
      { numRuns: 1000 },
    );
  });
});
