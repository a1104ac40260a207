import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordMerger } from "./record-merger.ts";

const item = (time: number, name = "") => ({ at: String(time).padStart(6, "0"), name });
type Item = ReturnType<typeof item>;

function take(merger: RecordMerger<Item, string>, now: number, most = 1_000) {
  const taken: string[] = [];
  merger.take(now, most, ({ at, name }, source) => taken.push(`${source}${Number(at)}${name}`));
  return taken;
}

/** The same pieces, with times that grow through all of them. */
function inOrder(pieces: readonly (readonly number[])[]): number[][] {
  const times = pieces.flat().sort((a, b) => a - b);
  return pieces.map((piece) => times.splice(0, piece.length));
}

/** Pushes piece after piece of lanes chosen at random, ends each lane after its last, and takes in between. */
function mergedInPieces(pieces: readonly number[][][], choices: Iterator<number>, most: number): number[] {
  const merger = new RecordMerger<Item, string>(100);
  const open = pieces.map((rest, index) => ({ lane: merger.open(`${index}:`), rest: [...rest] }));
  const taken: string[] = [];
  while (open.length > 0 || merger.queued > 0) {
    const chosen = (choices.next().value ?? 0) % Math.max(open.length, 1);
    const { lane, rest } = open[chosen] ?? {};
    const piece = rest?.shift();
    if (lane && piece)
      merger.push(
        lane,
        piece.map((time) => item(time)),
        0,
      );
    else if (lane) merger.end(lane);
    if (!piece) open.splice(chosen, 1);
    taken.push(...take(merger, 0, most));
  }
  return taken.map((text) => Number(text.split(":")[1]));
}

describe("RecordMerger", () => {
  it("orders whatever is read in any pieces, complete, while history is read", () => {
    const lane = fc.array(fc.array(fc.nat({ max: 50 }), { maxLength: 5 }), { maxLength: 8 });
    const most = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(fc.array(lane, { maxLength: 6 }), fc.infiniteStream(fc.nat()), most, (pieces, choices, limit) => {
        const lanes = pieces.map((lanePieces) => inOrder(lanePieces));
        const times = lanes.flat(2).sort((x, y) => x - y);
        expect(mergedInPieces(lanes, choices, limit)).toEqual(times);
      }),
    );
  });

  it("waits for a lane whose history is still being read", () => {
    const merger = new RecordMerger<Item, string>(100);
    const [a, b] = [merger.open("a"), merger.open("b")];
    merger.push(a, [item(5)], 0);
    expect([take(merger, 10_000), merger.waitMs(10_000)]).toEqual([[], undefined]);
    merger.push(b, [item(3)], 10_000);
    expect(take(merger, 10_000)).toEqual(["b3"]);
    merger.end(b);
    expect(take(merger, 10_000)).toEqual(["a5"]);
  });

  it("holds a live record for a moment, in which another pod may bring an older one", () => {
    const merger = new RecordMerger<Item, string>(100);
    const [a, b] = [merger.open("a"), merger.open("b")];
    a.behind = false;
    b.behind = false;
    merger.push(a, [item(5)], 1_000);
    expect([take(merger, 1_060), merger.waitMs(1_060)]).toEqual([[], 40]);
    merger.push(b, [item(4)], 1_070);
    expect(take(merger, 1_080)).toEqual(["b4"]);
    expect(take(merger, 1_100)).toEqual(["a5"]);
  });

  it("does not hold what comes from one pod alone", () => {
    const merger = new RecordMerger<Item, string>(100);
    const a = merger.open("a");
    a.behind = false;
    merger.push(a, [item(5), item(6)], 1_000);
    expect(take(merger, 1_000)).toEqual(["a5", "a6"]);
  });

  it("keeps each pod's own order when its clock is set back", () => {
    const merger = new RecordMerger<Item, string>(0);
    const a = merger.open("a");
    merger.push(a, [item(5), item(2), item(6)], 0);
    expect(take(merger, 0)).toEqual(["a5", "a2", "a6"]);
  });

  it("leaves out what is to be thinned and keeps the rest in order", () => {
    const merger = new RecordMerger<Item, string>(0);
    const [a, b] = [merger.open("a"), merger.open("b")];
    merger.push(a, [item(1, "keep"), item(3)], 0);
    merger.push(b, [item(2), item(4, "keep")], 0);
    merger.thin(({ name }) => name === "");
    merger.end(a);
    expect([merger.queued, take(merger, 0)]).toEqual([2, ["a1keep", "b4keep"]]);
  });
});
