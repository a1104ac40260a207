import { describe, expect, it } from "vitest";
import type { Caller } from "../caller.ts";
import { changeLogLevels } from "./change-log-levels.ts";
import { endedInStore, expireInContext } from "./expire-overrides.ts";
import { listLoggers } from "./list-loggers.ts";
import { annotatedOverrides, keptOf, nextEnd, overridesAnnotation } from "./parts/level-overrides.ts";
import { sampleAddress as address, sampleFile as file, SampleMap, SampleMemory } from "./parts/sample-map.ts";
import { rememberInContext } from "./remember-in-context.ts";
import { revertLogLevels } from "./revert-log-levels.ts";

const uid = "map-1";
const endsSoon = { ...address, changes: [{ logger: "com.a", level: "DEBUG" }], forSeconds: 60, dryRun: false };
const expire = async (caller: Caller) =>
  expireInContext("c", caller, new Map(), await endedInStore(caller, new Date()));

const over = (kept: ReturnType<typeof annotatedOverrides>) => {
  if (!kept) throw new Error("nothing is kept");
  for (const override of Object.values(kept.overrides)) override.until = new Date(Date.now() - 1_000).toISOString();
  return kept;
};
const endInAnnotation = ({ stored: { metadata } }: SampleMap) => {
  metadata.annotations[overridesAnnotation] = JSON.stringify(over(annotatedOverrides(metadata.annotations)));
};
const endInStore = async (memory: SampleMemory) => {
  const kept = over(keptOf(await memory.find(uid)));
  await memory.keep(uid, kept, nextEnd(kept));
};
const dropAnnotation = ({ stored: { metadata } }: SampleMap) => {
  metadata.annotations = {};
};

describe("an override with an end", () => {
  it("ends by the annotation alone, byte for byte, once for two consoles that know nothing else", async () => {
    const map = new SampleMap();
    await changeLogLevels(endsSoon, map.caller("anna"));
    const one = map.caller("ended by itself");
    await expire(one);
    expect(map.text).not.toBe(file);
    endInAnnotation(map);
    map.audited = [];
    map.meanwhile = () => expire(map.caller("the other console"));
    await expire(one);
    expect(map.text).toBe(file);
    expect(map.stored.metadata.resourceVersion).toBe("3");
    expect(map.audited).toEqual(["the other console com.a DEBUG>WARN"]);
  });

  it.each([
    ["removed", dropAnnotation],
    ["garbled", (map: SampleMap) => Object.assign(map.stored.metadata.annotations, { [overridesAnnotation]: "{" })],
  ])("ends by the store where the annotation was %s", async (_, spoil) => {
    const map = new SampleMap();
    const memory = new SampleMemory();
    await changeLogLevels(endsSoon, map.caller("anna", memory));
    spoil(map);
    await expire(map.caller("too early", memory));
    expect(map.text).not.toBe(file);
    await endInStore(memory);
    await expire(map.caller("without memory"));
    expect(map.text).not.toBe(file);
    await expire(map.caller("ended by itself", memory));
    expect(map.text).toBe(file);
    expect(await memory.ended(new Date())).toEqual([]);
  });

  it("ends by the store of another console than the one that set it", async () => {
    const map = new SampleMap();
    await changeLogLevels(endsSoon, map.caller("anna"));
    const memory = new SampleMemory();
    await rememberInContext("c", map.caller("the other console", memory), new Map());
    dropAnnotation(map);
    await endInStore(memory);
    await expire(map.caller("the other console", memory));
    expect(map.text).toBe(file);
  });

  it("does not end by a store that has not heard of a longer time: the annotation wins", async () => {
    const map = new SampleMap();
    const memory = new SampleMemory();
    await changeLogLevels(endsSoon, map.caller("anna", memory));
    await changeLogLevels({ ...endsSoon, forSeconds: 3_600 }, map.caller("ben"));
    await endInStore(memory);
    await expire(map.caller("ended by itself", memory));
    expect(map.text).not.toBe(file);
  });

  it("is not ended where somebody has written another level since", async () => {
    const map = new SampleMap();
    const memory = new SampleMemory();
    await changeLogLevels(endsSoon, map.caller("anna", memory));
    const byHand = file.replace("WARN", "ERROR");
    map.writeByHand(byHand);
    dropAnnotation(map);
    await endInStore(memory);
    await expire(map.caller("ended by itself", memory));
    expect(map.text).toBe(byHand);
  });
});

describe("a removed annotation", () => {
  it("takes neither the former level from sight nor the way back", async () => {
    const map = new SampleMap();
    const anna = map.caller("anna", new SampleMemory());
    await changeLogLevels({ ...endsSoon, reason: "slow" }, anna);
    dropAnnotation(map);
    const [row] = (await listLoggers(address, anna)).loggers;
    expect(row).toMatchObject({ logger: "com.a", override: { was: "WARN", by: "anna", reason: "slow" } });
    await revertLogLevels(address, anna);
    expect(map.text).toBe(file);
  });

  it("of a cluster made anew under the same name is no override of the former one", async () => {
    const map = new SampleMap();
    const anna = map.caller("anna", new SampleMemory());
    await changeLogLevels(endsSoon, anna);
    dropAnnotation(map);
    map.stored.metadata.uid = "map-2";
    expect((await listLoggers(address, anna)).loggers.filter(({ override }) => override)).toEqual([]);
  });
});
