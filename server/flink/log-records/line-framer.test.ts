import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineFramer } from "./line-framer.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function frame(chunks: readonly Uint8Array[], most?: number) {
  const lines: { line: string; cutBytes: number }[] = [];
  const framer = new LineFramer((line, cutBytes) => lines.push({ line, cutBytes }), most);
  for (const chunk of chunks) framer.push(chunk);
  framer.end();
  return lines;
}

/** Cuts bytes at the given places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
}

describe("LineFramer", () => {
  it("gives the same lines however the bytes are cut, multi-byte characters included", () => {
    const line = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/[\r\n]/g, ""));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat()), (lines, places) => {
        const bytes = bytesOf(lines.map((text) => `${text}\n`).join(""));
        expect(frame(cutAt(bytes, places))).toEqual(lines.map((text) => ({ line: text, cutBytes: 0 })));
      }),
    );
  });

  it("gives a last line without its line end", () => {
    expect(frame([bytesOf("a\nb")])).toEqual([
      { line: "a", cutBytes: 0 },
      { line: "b", cutBytes: 0 },
    ]);
  });

  it("replaces invalid bytes and goes on", () => {
    const bytes = Uint8Array.from([0x61, 0xff, 0xc3, 0x0a, 0x62, 0x0a]);
    expect(frame([bytes]).map(({ line }) => line)).toEqual(["a\ufffd\ufffd", "b"]);
  });

  it("keeps a byte order mark and empty lines, and drops the carriage return of a terminal", () => {
    expect(frame([bytesOf("\ufeffa\r\n\n\r\nb")]).map(({ line }) => line)).toEqual(["\ufeffa", "", "", "b"]);
  });

  it("cuts a line at the bound, says how many bytes are missing, and accounts for each byte", () => {
    const lines = fc.array(
      fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replaceAll(/[\r\n]/g, "")),
    );
    fc.assert(
      fc.property(lines, fc.array(fc.nat()), (texts, places) => {
        const framed = frame(cutAt(bytesOf(texts.map((text) => `${text}\n`).join("")), places), 16);
        expect(framed.length).toBe(texts.length);
        for (const [index, { line, cutBytes }] of framed.entries()) {
          const whole = texts[index] ?? "";
          expect(whole.startsWith(line)).toBe(true);
          expect(bytesOf(line).length).toBeLessThanOrEqual(16);
          expect(bytesOf(line).length + cutBytes).toBe(bytesOf(whole).length);
          if (cutBytes > 0) expect(bytesOf(line).length).toBeGreaterThan(16 - 4);
        }
      }),
    );
  });

  it("holds a megabyte without a line end within its bound", () => {
    const chunk = bytesOf("x".repeat(16_384));
    const [first, second] = frame([...Array.from({ length: 64 }, () => chunk), bytesOf("\nnext\n")]);
    expect([first?.line.length, first?.cutBytes]).toEqual([65_536, 64 * 16_384 - 65_536]);
    expect(second).toEqual({ line: "next", cutBytes: 0 });
  });
});
