import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContainerLines } from "./container-lines.ts";
import type { LineCursor } from "./line-cursor.ts";

function take(lines: readonly string[], after?: LineCursor, isHole = false) {
  const seen: string[] = [];
  const container = new ContainerLines(
    {
      onLine: (at, nth, line) => seen.push(`${at.slice(17, 20)}#${nth} ${line}`),
      onNotice: (text) => seen.push(`notice ${text}`),
      onGap: (from, at) => seen.push(`gap ${from.at.slice(17, 20)}-${at.slice(17, 20)}`),
      isHole: () => isHole,
    },
    after,
  );
  for (const line of lines) container.take(line, 0);
  return { seen, cursor: container.cursor };
}

const at = (second: number) => `2026-11-24T23:11:${String(second).padStart(2, "0")}.000000000Z`;

describe("ContainerLines", () => {
  it("numbers lines of the same time", () => {
    expect(take([`${at(1)} a`, `${at(1)} b`, `${at(2)} c`])).toEqual({
      seen: ["01.#0 a", "01.#1 b", "02.#0 c"],
      cursor: { at: at(2), nth: 0 },
    });
  });

  it("brings any zone and number of digits to the same form", () => {
    const { seen, cursor } = take(["2026-11-25T01:11:03.5+02:00 a", "2026-11-24T23:11:04Z b"]);
    expect(seen).toEqual(["03.#0 a", "04.#0 b"]);
    expect(cursor).toEqual({ at: at(4), nth: 0 });
  });

  it("tells what the kubelet says instead of lines", () => {
    expect(take(["failed to try resolving symlinks", ""]).seen).toEqual(["notice failed to try resolving symlinks"]);
  });

  it("takes nothing after a long pause that may be a hole, and goes on there when it was none", () => {
    const lines = [`${at(1)} a`, `${at(3)} b`, `${at(6)} c`, `${at(7)} d`];
    const first = take(lines, undefined, true);
    expect(first).toEqual({ seen: ["01.#0 a", "03.#0 b"], cursor: { at: at(3), nth: 0 } });
    expect(take(lines.slice(1), first.cursor).seen).toEqual(["06.#0 c", "07.#0 d"]);
    expect(take(lines.slice(2), first.cursor).seen).toEqual(["gap 03.-06.", "06.#0 c", "07.#0 d"]);
  });

  it("resumes anywhere without repeating or losing a line", () => {
    const seconds = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(seconds, fc.nat(), (times, place) => {
        const lines = times.sort((a, b) => a - b).map((second, index) => `${at(second)} ${index}`);
        const first = take(lines.slice(0, (place % lines.length) + 1));
        // The API server sends all lines of the second at which it resumes once more.
        const again = lines.filter((line) => line.slice(0, 30) >= (first.cursor?.at ?? ""));
        expect([...first.seen, ...take(again, first.cursor).seen]).toEqual(take(lines).seen);
      }),
    );
  });

  it("says that lines are lost when the line to resume after is gone", () => {
    expect(take([`${at(9)} a`], { at: at(3), nth: 0 }).seen).toEqual(["gap 03.-09.", "09.#0 a"]);
  });

  it("loses nothing after the cursor when the clock is set back", () => {
    expect(take([`${at(3)} a`, `${at(4)} b`, `${at(1)} c`], { at: at(3), nth: 0 }).seen).toEqual([
      "04.#0 b",
      "01.#0 c",
    ]);
  });

  it("resumes at the old cursor when nothing newer has come", () => {
    expect(take([`${at(3)} a`], { at: at(3), nth: 0 }).cursor).toEqual({ at: at(3), nth: 0 });
  });
});
