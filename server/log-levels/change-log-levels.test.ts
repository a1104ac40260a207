import { describe, expect, it } from "vitest";
import { changeLogLevels } from "./change-log-levels.ts";
import { annotatedOverrides } from "./parts/level-overrides.ts";
import { sampleAddress as address, sampleFile as file, SampleMap } from "./parts/sample-map.ts";
import { revertLogLevels } from "./revert-log-levels.ts";

const set = (map: SampleMap, who: string, logger: string, level: string, more: object = {}) =>
  changeLogLevels({ ...address, changes: [{ logger, level }], dryRun: false, ...more }, map.caller(who));

describe("two people at once", () => {
  it("both keep their change when they touch different loggers", async () => {
    const map = new SampleMap();
    map.meanwhile = () => set(map, "ben", "com.b", "TRACE");
    await set(map, "anna", "com.a", "DEBUG");
    expect(map.text).toContain("logger.a.level = DEBUG");
    expect(map.text).toContain("logger.com_b.level = TRACE\r\n");
    const { overrides = {} } = annotatedOverrides(map.stored.metadata.annotations) ?? {};
    expect(
      Object.entries(overrides)
        .map(([logger, { by }]) => [logger, by])
        .sort(),
    ).toEqual([
      ["com.a", "anna"],
      ["com.b", "ben"],
    ]);
    await revertLogLevels(address, map.caller("anna"));
    expect(map.text).toBe(file);
  });

  it("the second is told what the first has set when they touch the same logger", async () => {
    const map = new SampleMap();
    map.meanwhile = () => set(map, "ben", "com.a", "TRACE");
    await expect(set(map, "anna", "com.a", "DEBUG")).rejects.toMatchObject({
      failure: { kind: "changed-meanwhile", resource: "The level of com.a", now: "TRACE, set by ben" },
    });
    expect(map.text).toContain("logger.a.level = TRACE");
  });

  it("a level that was seen otherwise is not overwritten, however long ago it was seen", async () => {
    const map = new SampleMap();
    await set(map, "ben", "com.a", "TRACE");
    const changes = [{ logger: "com.a", level: "DEBUG", seen: "WARN" }];
    await expect(changeLogLevels({ ...address, changes, dryRun: false }, map.caller("anna"))).rejects.toMatchObject({
      failure: { kind: "changed-meanwhile" },
    });
  });

  it("a key that somebody else writes into the file meanwhile stays", async () => {
    const map = new SampleMap();
    map.meanwhile = async () => {
      map.writeByHand(`# by hand\r\n${file}`);
    };
    await set(map, "anna", "com.a", "DEBUG");
    expect(map.text).toBe(`# by hand\r\n${file.replace("WARN", "DEBUG")}`);
  });
});

describe("what is not written", () => {
  it("an end in the past, and two ends", async () => {
    const map = new SampleMap();
    const past = { until: "2020-01-01T00:00:00Z" };
    await expect(set(map, "anna", "com.a", "DEBUG", past)).rejects.toMatchObject({
      failure: { kind: "request-invalid" },
    });
    const both = { until: "2999-01-01T00:00:00Z", forSeconds: 60 };
    await expect(set(map, "anna", "com.a", "DEBUG", both)).rejects.toMatchObject({
      failure: { kind: "request-invalid" },
    });
    expect(map.text).toBe(file);
  });

  it("a dry run shows the difference and changes nothing", async () => {
    const map = new SampleMap();
    const answer = await set(map, "anna", "com.a", "DEBUG", { dryRun: true });
    expect(answer.diff).toMatchObject({ added: 1, removed: 1 });
    expect(map.text).toBe(file);
    expect(map.audited).toEqual([]);
  });
});
